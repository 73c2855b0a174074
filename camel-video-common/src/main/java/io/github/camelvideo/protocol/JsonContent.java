/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelvideo.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.RefusedJsonException;
import io.github.camelvideo.json.TolerantJson;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the content of answers as JSON, before any envelope is looked at: by the charset that is declared, strictly first, and where
 * that fails tolerantly, so that one badly written record does not make its page unreadable. What was tolerated is logged once for
 * each action and kind: such records come with every poll.
 *
 * <p>A protocol keeps one instance. Thread-safe.
 */
public final class JsonContent {

    private static final Logger LOG = LoggerFactory.getLogger(JsonContent.class);

    /** With lenient validation a message may name the action, so that names are without end. */
    private static final int MAX_WARNINGS = 1_000;

    private final Envelope envelope;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** @param envelope the members that are read strictly */
    public JsonContent(Envelope envelope) {
        this.envelope = Objects.requireNonNull(envelope, "envelope");
    }

    /**
     * @return an empty object where the content is JSON of another kind: no envelope is found in either
     * @throws TransportException when there is no content, it is not JSON, or its envelope is ambiguous
     */
    public ObjectNode read(ApiCall call, WireResponse answer) {
        ContentCharset charset = ContentCharset.of(answer);
        if (!charset.known()) {
            warn(call, "a charset in Content-Type that is not known; the content is read as UTF-8");
        }
        JsonNode content;
        try {
            content = charset.isUtf8() ? ExactJson.parse(answer.body()) : parse(call, charset.decode(answer.body()));
        } catch (IOException refused) {
            content = tolerant(call, answer, charset.decode(answer.body()));
        }
        if (content.isMissingNode()) {
            throw TransportException.unreadable(call, answer, "no content", null);
        }
        return content instanceof ObjectNode object ? object : ExactJson.object();
    }

    private JsonNode parse(ApiCall call, ContentCharset.Text content) throws JsonProcessingException {
        JsonNode value = ExactJson.parse(content.text());
        warnOfMalformed(call, content);
        return value;
    }

    private JsonNode tolerant(ApiCall call, WireResponse answer, ContentCharset.Text content) {
        TolerantJson.Reading reading;
        try {
            reading = TolerantJson.parse(content.text(), path -> envelope.contains(call, path));
        } catch (JsonProcessingException e) {
            // in place of the parser's own exception, which quotes the content
            RefusedJsonException problem = RefusedJsonException.withoutQuotation(e);
            String reason = e instanceof RefusedJsonException || e instanceof StreamConstraintsException
                    ? ": " + problem.getOriginalMessage()
                    : "";
            throw TransportException.unreadable(
                    call, answer, "content that is not JSON or was cut off" + reason, problem);
        }
        warnOfMalformed(call, content);
        reading.oddities().forEach(oddity -> warn(call, oddity.description()));
        return reading.value();
    }

    private void warnOfMalformed(ApiCall call, ContentCharset.Text content) {
        if (content.malformed()) {
            warn(call, "bytes that are not valid in its charset, each of which is read as U+FFFD");
        }
    }

    private void warn(ApiCall call, String oddity) {
        if (warned.size() < MAX_WARNINGS && warned.add(call.name() + "\n" + oddity)) {
            LOG.warn(
                    "{}: the response contains {}. It is read anyway. Further responses of this kind from this action are"
                            + " not logged.",
                    call.name(),
                    oddity);
        }
    }

    /** The text of a field, or null for one that is missing, null or empty. */
    public static String text(JsonNode object, String name) {
        String text = object.path(name).asText("");
        return text.isEmpty() ? null : text;
    }
}
