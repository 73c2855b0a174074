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
package io.github.camelvideo.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.client.CallOptions;
import io.github.camelvideo.client.ClientResources;
import io.github.camelvideo.client.HttpTransport;
import io.github.camelvideo.client.RateShare;
import io.github.camelvideo.client.RunningCall;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.camel.RuntimeCamelException;

/** Calls one action with the options of one endpoint. Immutable, used by any thread. */
public final class EndpointClient {

    private final EndpointAction action;
    private final CallOptions options;
    private final HttpTransport transport;
    private final ClientResources resources;

    public EndpointClient(
            EndpointAction action, CallOptions options, HttpTransport transport, ClientResources resources) {
        this.action = action;
        this.options = options;
        this.transport = transport;
        this.resources = resources;
    }

    /** Begins a call and returns at once. */
    public CompletableFuture<ApiResponse> call(ObjectNode parameters) {
        return call(parameters, () -> null);
    }

    /**
     * Begins a call that may become unwanted while it waits for its turn, and returns at once.
     *
     * @param objection asked before each attempt is sent: why it must not be, or null; returns at once
     */
    public CompletableFuture<ApiResponse> call(ObjectNode parameters, Supplier<String> objection) {
        ApiCall call = new ApiCall(action.api(), action.action(), parameters, action.region());
        return RunningCall.start(call, options, transport, resources, objection);
    }

    /** The part of the account's rates that this component may use. */
    public RateShare rateShare() {
        return resources.rateShare();
    }

    /** Whether the catalog knows such a parameter of the action. */
    public boolean hasParameter(String name) {
        return action.action().parameters().containsKey(name);
    }

    /** A parameter's value as the action wants it. */
    public JsonNode typed(String name, String value) {
        return action.check().uriParameters(Map.of(name, value)).get(name);
    }

    /** A value for a parameter: one of several where the parameter takes a list. */
    public JsonNode fitted(String name, JsonNode value) {
        Field parameter = action.action().parameters().get(name);
        boolean isList = parameter != null && parameter.type().isArray() && !value.isArray();
        return isList ? ExactJson.array().add(value) : value;
    }

    /** Whether an action cannot be called without a parameter. */
    public boolean requires(String name) {
        return hasParameter(name) && action.action().parameters().get(name).required();
    }

    /** The vendor's time, as far as it is known. */
    public VendorClock clock() {
        return resources.vendorClock(options.target());
    }

    /** Calls per second that are sent at most, 0 for no limit. */
    public int rateLimit() {
        return options.rate(action.action());
    }

    /** Where calls go. */
    public String url() {
        return options.target().toString();
    }

    /**
     * Waits for a result. Only for threads that have nothing else to do, such as a polling thread.
     *
     * @throws InterruptedException when the waiting thread is interrupted; what is under way is cancelled
     */
    public static <T> T await(CompletionStage<T> stage) throws InterruptedException {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw cause(e) instanceof RuntimeException failure
                    ? failure
                    : RuntimeCamelException.wrapRuntimeCamelException(cause(e));
        }
    }

    /** What really went wrong: futures wrap it. */
    public static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
