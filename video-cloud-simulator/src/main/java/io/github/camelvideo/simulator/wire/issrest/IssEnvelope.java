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
package io.github.camelvideo.simulator.wire.issrest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.wire.RequestIds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wraps answers as the vendor does. Refusals come with the HTTP status that the document gives for their code, mostly 200. */
final class IssEnvelope {

    private static final Pattern STATUS = Pattern.compile("\\(HTTP (\\d{3})\\)");
    private static final int OK = 200;

    private final ApiCatalog api;
    private final RequestIds ids;

    IssEnvelope(ApiCatalog api, RequestIds ids) {
        this.api = api;
        this.ids = ids;
    }

    /**
     * @param data null where the action answers without any
     */
    Reply of(JsonNode data) {
        String id = ids.next();
        return signed(Reply.of(OK, "application/json", envelope(id, OK, "ok", data)), id);
    }

    /** A refusal. The document shows one with a Code of 0. */
    Reply of(Refusal refusal) {
        String id = ids.next();
        int code = Integer.parseInt(refusal.code());
        String content = envelope(id, code, refusal.getMessage(), TextNode.valueOf(""));
        return signed(Reply.of(status(refusal.code(), code), "application/json", content), id);
    }

    /** An answer that comes without envelope: the request id is in the header alone. */
    Reply bare(JsonNode data) {
        return signed(Reply.of(OK, "application/json", data.toString()), ids.next());
    }

    /** A file. */
    Reply file(String name, Reply.Stream content) {
        Reply reply = Reply.of(OK, "application/download", content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return signed(reply, ids.next());
    }

    private static Reply signed(Reply reply, String id) {
        return reply.header("Server", "tencent-iss").header("RequestId", id);
    }

    private static String envelope(String id, int statusCode, String message, JsonNode data) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("RequestId", id)
                .put("Code", 0)
                .put("StatusCode", statusCode)
                .put("Message", message);
        if (data != null) {
            envelope.set("Data", data);
        }
        return envelope.toString();
    }

    private int status(String text, int code) {
        // a path or method that does not exist has no code of its own
        if (code < 600) {
            return code;
        }
        String meaning = api.error(text).meaning();
        Matcher status = STATUS.matcher(meaning == null ? "" : meaning);
        return status.find() ? Integer.parseInt(status.group(1)) : OK;
    }
}
