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
package io.github.camelvideo.monitor;

import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.protocol.ApiException;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * What the spans of camel-telemetry tell of a component's endpoints, beside what they tell of every endpoint: the API, the action, the
 * vendor's request id, and the code of a refusal. Never a body. Loaded by camel-telemetry alone, which need not be there. For any thread.
 */
public abstract class VideoSpanDecorator extends AbstractSpanDecorator {

    private final String scheme;
    private final Class<? extends Component> component;
    private final HeaderNames headers;

    /**
     * @param scheme name of the component
     * @param headers names of its headers
     */
    protected VideoSpanDecorator(String scheme, Class<? extends Component> component, HeaderNames headers) {
        this.scheme = scheme;
        this.component = component;
        this.headers = headers;
    }

    @Override
    public String getComponent() {
        return scheme;
    }

    @Override
    public String getComponentClassName() {
        return component.getName();
    }

    /** {@code api/Action}: what tells spans of one component apart. */
    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof EndpointServiceLocation place && place.getServiceMetadata() != null
                ? place.getServiceMetadata().get("api") + "/"
                        + place.getServiceMetadata().get("action")
                : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof EndpointServiceLocation place) {
            Map<String, String> metadata = place.getServiceMetadata();
            set(span, "camel.video.api", metadata.get("api"));
            set(span, "camel.video.action", metadata.get("action"));
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        ApiException refusal = exchange.getException(ApiException.class);
        if (refusal != null) {
            set(span, "camel.video.code", refusal.getCode());
            set(span, "camel.video.request.id", refusal.getRequestId());
        } else if (!exchange.isFailed()) {
            // what could not be sent leaves the header of the call before
            set(span, "camel.video.request.id", exchange.getMessage().getHeader(headers.requestId(), String.class));
        }
    }

    private static void set(Span span, String tag, String value) {
        if (value != null) {
            span.setTag(tag, value);
        }
    }
}
