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
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.position.ResumeOffsetRepository;
import io.github.camelvideo.json.ExactJson;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Makes the message of an item: body and headers. Stateless, for any thread. */
final class ItemMessage {

    private final EndpointBinding binding;
    private final String action;
    private final boolean partitionInBody;
    private final String resumedPosition;

    /**
     * @param partitionInBody whether the values of the partition are added to the body
     * @param resumedPosition name of the position that a resume strategy keeps; null where none does
     */
    ItemMessage(EndpointBinding binding, boolean partitionInBody, String resumedPosition) {
        this.binding = binding;
        this.action = binding.action().callName();
        this.partitionInBody = partitionInBody;
        this.resumedPosition = resumedPosition;
    }

    /** @throws IllegalStateException when values cannot be added to the body, because the item is not an object */
    void fill(FeedItem item, Exchange exchange) {
        HeaderNames names = binding.headers();
        Message message = exchange.getIn();
        message.setBody(binding.output().convert(content(item), action, null));
        message.setHeader(names.action(), action);
        message.setHeader(names.itemKey(), item.key());
        message.setHeader(names.itemTime(), item.time());
        message.setHeader(names.redelivery(), item.redelivery());
        message.setHeader(names.change(), item.change().text());
        if (item.revision() != null) {
            message.setHeader(names.revision(), item.revision().number());
            message.setHeader(names.isFinal(), item.revision().isFinal());
        }
        message.setHeader(names.origin(), item.origin().text());
        if (item.event() != null) {
            message.setHeader(names.event(), item.event());
        }
        if (!item.partition().isNone()) {
            message.setHeader(names.forEach(), item.partition().id());
        }
        if (resumedPosition != null) {
            message.setHeader(Exchange.OFFSET, ResumeOffsetRepository.lastItem(resumedPosition, item.key()));
        }
    }

    /** @throws IllegalStateException when values cannot be added to the body, because the item is not an object */
    JsonNode content(FeedItem item) {
        if (!partitionInBody) {
            return item.body();
        }
        if (!item.body().isObject()) {
            throw new IllegalStateException("forEachInBody=true: the item is not an object but "
                    + item.body().getNodeType() + ". Remove the option; the value is in the header "
                    + binding.headers().forEach() + ".");
        }
        ObjectNode withValues = ExactJson.object();
        withValues.setAll((ObjectNode) item.body());
        item.partition().given().forEach((parameter, value) -> {
            if (!item.body().hasNonNull(parameter)) {
                withValues.put(parameter, value);
            }
        });
        return withValues;
    }
}
