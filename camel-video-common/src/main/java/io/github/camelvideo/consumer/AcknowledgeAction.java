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
package io.github.camelvideo.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.feed.Change;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Acknowledges a delivered item at the vendor, by the action that the user chose. For any thread. */
final class AcknowledgeAction {

    private final EndpointClient client;
    private final Map<String, String> fieldByParameter;
    private final ObjectNode ofFeed;

    private AcknowledgeAction(EndpointClient client, Map<String, String> fieldByParameter, ObjectNode ofFeed) {
        this.client = client;
        this.fieldByParameter = fieldByParameter;
        this.ofFeed = ofFeed;
    }

    /**
     * The action that the option asks for, or null where it asks for none.
     *
     * @throws InvalidRequestException when the feed has no such acknowledgement
     */
    static AcknowledgeAction of(EndpointBinding binding, String chosen) {
        FeedSpec feed = binding.action().action().feed();
        if (chosen == null || feed == null) {
            return null;
        }
        Map<String, String> fields = feed.acknowledge().get(chosen);
        if (fields == null) {
            throw new InvalidRequestException(binding.name() + ": acknowledge=" + chosen + ": "
                    + (feed.acknowledge().isEmpty()
                            ? "items of this feed cannot be acknowledged. Remove the option."
                            : "must be one of "
                                    + String.join(", ", feed.acknowledge().keySet())
                                    + Suggestion.hint(chosen, feed.acknowledge().keySet()) + "."));
        }
        return new AcknowledgeAction(
                binding.otherClient().apply(chosen),
                fields,
                binding.action().check().uriParameters());
    }

    /** Begins one acknowledgement and returns at once. The values of the item's partition go along where the action has such
     * parameters, and those of the feed's own that it requires. */
    CompletionStage<?> acknowledge(FeedItem item) {
        if (item.change() == Change.REMOVED) {
            // there is nothing left to acknowledge
            return CompletableFuture.completedFuture(null);
        }
        try {
            ObjectNode parameters = ExactJson.object();
            fieldByParameter.forEach((parameter, field) -> take(parameters, parameter, field, item));
            item.partition().given().forEach((parameter, value) -> {
                if (!parameters.has(parameter) && client.hasParameter(parameter)) {
                    parameters.set(parameter, client.typed(parameter, value));
                }
            });
            ofFeed.properties().forEach(given -> {
                if (!parameters.has(given.getKey()) && client.requires(given.getKey())) {
                    parameters.set(given.getKey(), given.getValue());
                }
            });
            return client.call(parameters);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What the item lacks may be a value of its partition. */
    private void take(ObjectNode parameters, String parameter, String field, FeedItem item) {
        JsonNode value = ExactJson.at(item.body(), field);
        Map<String, String> partition = item.partition().given();
        if (value.isValueNode() && !value.isNull()) {
            parameters.set(parameter, client.fitted(parameter, value));
        } else if (partition.containsKey(field) || partition.containsKey(parameter)) {
            parameters.set(parameter, client.typed(parameter, partition.getOrDefault(field, partition.get(parameter))));
        }
    }
}
