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
import io.github.camelvideo.binding.EndpointAction;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.FormEncoding;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;

/**
 * Sets the attributes of a CloudEvent as the headers of a message that Camel's own data types of this kind set
 * ({@link CloudEvent}). The body stays as it is. An item of a feed gets the same attributes each time it is delivered, on whichever way
 * it came. Other messages of the component, such as answers of calls, identify nothing: as with Camel's own data types, the id is that
 * of the exchange.
 *
 * <p>A vendor's component adds a subclass with nothing but the annotation that names the data type. Stateless, for any thread.
 */
public abstract class VideoCloudEventTransformer extends Transformer {

    private static final String TYPE_PREFIX = "io.github.camelvideo.";
    private static final String JSON = "application/json";

    private final String scheme;
    private final HeaderNames headers;

    /**
     * @param scheme scheme of the component
     * @param headerPrefix begin of the names of its headers
     */
    protected VideoCloudEventTransformer(String scheme, String headerPrefix) {
        this.scheme = scheme;
        this.headers = HeaderNames.withPrefix(headerPrefix);
    }

    /**
     * @throws IllegalArgumentException when the message is not one of the component, or is an item that another route consumed: its
     *     source is not known then
     */
    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        String action = message.getHeader(headers.action(), String.class);
        if (action == null) {
            throw new IllegalArgumentException(
                    "Data type " + scheme + ":application-cloudevents: the message has no header "
                            + headers.action() + ". Transform messages of " + scheme
                            + " only, before a step that removes their headers.");
        }
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, contentType(message.getBody()));
        String key = message.getHeader(headers.itemKey(), String.class);
        if (key == null) {
            setResponse(message, action);
        } else {
            setItem(message, action, key);
        }
    }

    private void setResponse(Message message, String action) {
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, message.getExchange().getExchangeId());
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, scheme + ":" + action);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, type(action, "response"));
        message.removeHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, CloudEvents.v1_0.getEventTime(message.getExchange()));
    }

    private void setItem(Message message, String action, String key) {
        VideoEndpoint endpoint = consumed(message.getExchange().getFromEndpoint(), action);
        String time = message.getHeader(headers.itemTime()).toString();
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, key + state(message, endpoint, time));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, source(message, endpoint, action));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, itemType(message, action));
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, key);
        message.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, time);
    }

    /** Region, parameters and the kind of the list are the endpoint's; headers do not tell them. */
    private VideoEndpoint consumed(Endpoint from, String action) {
        if (from instanceof VideoEndpoint video
                && video.binding().action().callName().equals(action)) {
            return video;
        }
        throw new IllegalArgumentException("Data type " + scheme + ":application-cloudevents: the item of " + action
                + " was not consumed by this route, so its source is unknown. Transform it in the route that begins"
                + " with from(\"" + scheme + ":…\").");
    }

    /** What tells the deliveries of an item apart. A member of a list without time may be added, removed and added again. */
    private String state(Message message, VideoEndpoint endpoint, String time) {
        Object revision = message.getHeader(headers.revision());
        if (revision != null) {
            return "/" + revision;
        }
        FeedSpec feed = endpoint.binding().action().action().feed();
        return feed != null && feed.kind() == FeedSpec.Kind.SNAPSHOT
                ? "/" + message.getHeader(headers.change()) + "/" + time
                : "";
    }

    /** An event of callbacks has its own name, which does not depend on whether a list or a callback told it. */
    private String itemType(Message message, String action) {
        String name = message.getHeader(headers.event(), String.class);
        return name == null
                ? type(action, message.getHeader(headers.change(), String.class))
                : type(action.substring(0, action.indexOf('/')), name);
    }

    private String type(String path, String name) {
        return TYPE_PREFIX + scheme + "." + path.replace('/', '.') + "." + name;
    }

    /** Keys are unique for one region, set of parameters and partition only. */
    private String source(Message message, VideoEndpoint endpoint, String action) {
        EndpointAction call = endpoint.binding().action();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (call.region() != null) {
            add(query, "region", call.region());
        }
        Map<String, JsonNode> parameters = new TreeMap<>();
        call.check().uriParameters().properties().forEach(one -> parameters.put(one.getKey(), one.getValue()));
        parameters.forEach((name, value) -> {
            Field field = call.action().parameters().get(name);
            if (field == null || !call.api().holdsSecret(field)) {
                add(query, name, text(value));
            }
        });
        String partition = message.getHeader(headers.forEach(), String.class);
        if (partition != null) {
            add(query, endpoint.getForEach(), partition);
        }
        return scheme + ":" + action + query;
    }

    private static void add(StringJoiner query, String name, String value) {
        query.add(FormEncoding.percent(name) + "=" + FormEncoding.percent(value));
    }

    /** Lists as a URI has them. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            StringJoiner list = new StringJoiner(",");
            value.forEach(element -> list.add(text(element)));
            return list.toString();
        }
        return value.isValueNode() ? value.asText() : new String(ExactJson.bytes(value), StandardCharsets.UTF_8);
    }

    /** Of the body as JSON, which {@code outputType=String} or a later step writes; items of some lists are plain texts. */
    private static String contentType(Object body) {
        if (body instanceof InputStream) {
            return CloudEvent.APPLICATION_OCTET_STREAM_MIME_TYPE;
        }
        return body instanceof String text && !text.startsWith("{") && !text.startsWith("[")
                ? CloudEvent.TEXT_PLAIN_MIME_TYPE
                : JSON;
    }
}
