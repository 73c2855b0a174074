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
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.callback.CallbackAnswer;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.feed.read.RecordItems;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Offers the body of each exchange to a feed that runs in the same Camel context. The route's thread stores the items where the feed has
 * an {@code offsetRepository}; otherwise the exchange goes on when the exchanges of its items have ended, on the thread that ends the last.
 * Where the feed does not take them, the exchange fails.
 */
public final class OfferProducer extends DefaultAsyncProducer {

    private final EndpointBinding binding;
    private final String offerTo;

    /**
     * @param offerTo the {@code offsetKey} of the feed
     * @throws InvalidRequestException when the action is no feed that items can be offered to
     */
    public OfferProducer(Endpoint endpoint, EndpointBinding binding, String offerTo) {
        super(endpoint);
        this.binding = binding;
        this.offerTo = offerTo;
        requireList(binding, "offerTo=" + offerTo);
    }

    /** @throws InvalidRequestException when items of the action are not known by fields of theirs */
    static void requireList(EndpointBinding binding, String option) {
        boolean fits = binding.action().action().feed() instanceof LogSpec log
                && !log.key().isEmpty()
                && log.time() != null;
        if (!fits) {
            throw new InvalidRequestException(binding.name() + ": " + option
                    + ": items can be offered only to a feed of kind log whose items have a key. Remove the option.");
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletionStage<CallbackAnswer> answer;
        try {
            answer = feed().offer(record(exchange.getMessage()));
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        answer.whenComplete((result, failure) -> {
            if (failure != null) {
                exchange.setException(failure);
            } else if (result != CallbackAnswer.ACCEPTED) {
                exchange.setException(refused(result));
            }
            callback.done(false);
        });
        return false;
    }

    /** The only running feed of that name. */
    private FeedConsumer feed() {
        List<FeedConsumer> named = RunningFeeds.of(getEndpoint().getCamelContext()).all().stream()
                .filter(consumer -> consumer.isNamed(binding, offerTo))
                .toList();
        List<FeedConsumer> taking =
                named.stream().filter(FeedConsumer::takesOffers).toList();
        String from = "from(\"" + binding.name() + "?offsetKey=" + offerTo + "&acceptOffers=true\")";
        if (taking.isEmpty()) {
            throw new OfferRefusedException(prefix()
                    + (named.isEmpty()
                            ? "no such feed runs in this Camel context. Start a route " + from
                            : "the feed of route '" + named.get(0).getRouteId()
                                    + "' does not accept items from other routes. Set acceptOffers=true on it")
                    + ", and send the record again.");
        }
        if (taking.size() > 1) {
            throw new OfferRefusedException(prefix() + taking.size()
                    + " such feeds run in this Camel context. Give each of them an offsetKey of its own.");
        }
        return taking.get(0);
    }

    private OfferRefusedException refused(CallbackAnswer answer) {
        return new OfferRefusedException(prefix()
                + switch (answer) {
                    case FULL ->
                        "too many items wait to be delivered. Send the record again later, or set a larger callbackInboxSize.";
                    case STOPPED -> "the feed is suspended or stopped. Send the record again when its route runs.";
                    default -> "an item could not be stored or delivered; the log says why. Send the record again.";
                });
    }

    private String prefix() {
        return binding.name() + ": offerTo=" + offerTo + ": ";
    }

    private static JsonNode record(Message message) throws InvalidPayloadException {
        Object body = message.getBody();
        if (body == null) {
            return NullNode.getInstance();
        }
        if (body instanceof JsonNode json) {
            return json;
        }
        if (body instanceof CharSequence text) {
            return RecordItems.read(text.toString());
        }
        boolean isContent = body instanceof byte[]
                || body instanceof ByteBuffer
                || body instanceof InputStream
                || body instanceof Reader
                || body instanceof StreamCache
                || body instanceof File
                || body instanceof WrappedFile<?>;
        return isContent
                ? RecordItems.read(new String(message.getMandatoryBody(byte[].class), StandardCharsets.UTF_8))
                : ExactJson.fromObject(body);
    }
}
