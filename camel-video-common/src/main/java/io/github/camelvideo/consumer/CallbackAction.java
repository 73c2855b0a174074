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

import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.feed.read.TwinEvents;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The callbacks of an API under the name of an action that the vendor does not have: {@code live/callback} receives what the vendor
 * tells, and calls nothing.
 */
public final class CallbackAction {

    /** Its name in URIs. */
    public static final String NAME = "callback";

    private CallbackAction() {}

    static boolean is(Action action) {
        return action.name().equals(NAME);
    }

    /**
     * The API with that action.
     *
     * @param endpoint how messages name the endpoint
     * @throws InvalidRequestException when the vendor documents no callbacks of the API
     */
    public static ApiCatalog addTo(ApiCatalog api, String endpoint) {
        if (api.callbacks() == null) {
            throw new InvalidRequestException(
                    endpoint + ": the API '" + api.id() + "' has no callbacks. Poll one of its feeds.");
        }
        return api.with(new Action(
                NAME,
                null,
                "Events that the vendor reports by callbacks.",
                Action.Wire.named(NAME),
                null,
                Action.Age.UNKNOWN,
                false,
                // for the actions that register it
                api.regions().isEmpty() ? Action.RegionRule.NONE : Action.RegionRule.OPTIONAL,
                api.regions(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null));
    }

    /** @throws InvalidRequestException when no callback tells of the items of the list, or none can be offered */
    static TwinEvents twins(EndpointBinding binding, ConsumerOptions options) {
        if (options.callbacks().offers()) {
            OfferProducer.requireList(binding, "acceptOffers=true");
            return TwinEvents.ofItems(
                    binding.action().action().feed().key(), options.callbacks().memory());
        }
        ApiCatalog api = binding.action().api();
        String action = binding.action().action().name();
        CallbackSpec callbacks = api.callbacks();
        CallbackSpec.Twin twin = callbacks == null ? null : callbacks.twins().get(action);
        if (twin == null) {
            Set<String> known = callbacks == null ? Set.of() : callbacks.twins().keySet();
            throw new InvalidRequestException(
                    binding.name() + ": no callback reports the items of this list. Remove callback"
                            + (callbacks == null
                                    ? "."
                                    : ", or receive the callbacks of this API alone, with " + api.id() + "/" + NAME)
                            + (known.isEmpty()
                                    ? ""
                                    : ". Lists with callbacks: "
                                            + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
        }
        return TwinEvents.of(
                binding.name(),
                twin,
                binding.action().action().feed().key(),
                options.feed().timeZone(),
                options.callbacks().memory());
    }

    /** Names of the events that the list of an endpoint shows. */
    static Set<String> listedEvents(EndpointBinding binding) {
        CallbackSpec callbacks = binding.action().api().callbacks();
        return callbacks.events().values().stream()
                .filter(event -> event.twin() != null
                        && event.twin()
                                .action()
                                .equals(binding.action().action().name()))
                .map(CallbackSpec.Event::name)
                .collect(Collectors.toSet());
    }
}
