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
package io.github.camelvideo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.FeedDefinition;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells the vendor of a delivered item, by the action the user chose; or is none. */
final class Acknowledgement {

    private final EndpointClient client;
    private final Map<String, String> fieldByParameter;
    private final String forEach;

    private Acknowledgement(EndpointClient client, Map<String, String> fieldByParameter, String forEach) {
        this.client = client;
        this.fieldByParameter = fieldByParameter;
        this.forEach = forEach;
    }

    /**
     * The acknowledgement that the endpoint's option asks for.
     *
     * @throws InvalidRequestException when the feed has no such acknowledgement
     */
    static Acknowledgement of(VideoEndpoint endpoint) {
        String chosen = endpoint.getAcknowledge();
        if (chosen == null) {
            return new Acknowledgement(null, Map.of(), null);
        }
        FeedDefinition feed = endpoint.action().action().feed();
        Map<String, Map<String, String>> known = feed == null ? Map.of() : feed.acknowledge();
        Map<String, String> mapping = known.get(chosen);
        if (mapping == null) {
            throw new InvalidRequestException(endpoint.displayName() + ": acknowledge='" + chosen
                    + "' is no acknowledgement of this feed" + Suggestion.hint(chosen, known.keySet()) + ". Known: "
                    + String.join(", ", known.keySet()));
        }
        return new Acknowledgement(endpoint.clientFor(chosen), mapping, endpoint.getForEach());
    }

    /** Whether nothing is to be told. */
    boolean isNone() {
        return client == null;
    }

    /** Begins the call. What the item lacks may be the value it was read for. It fails with what the vendor answered. */
    CompletionStage<?> of(FeedItem item) {
        ObjectNode parameters = ExactJson.object();
        for (Map.Entry<String, String> entry : fieldByParameter.entrySet()) {
            JsonNode value = ExactJson.at(item.body(), entry.getValue());
            if (value.isValueNode() && !value.isNull()) {
                parameters.set(entry.getKey(), value);
            } else if (item.value() != null && (forEach.equals(entry.getValue()) || forEach.equals(entry.getKey()))) {
                parameters.set(entry.getKey(), client.typed(entry.getKey(), item.value()));
            }
        }
        if (item.value() != null && !parameters.has(forEach) && client.hasParameter(forEach)) {
            parameters.set(forEach, client.typed(forEach, item.value()));
        }
        return client.call(parameters);
    }
}
