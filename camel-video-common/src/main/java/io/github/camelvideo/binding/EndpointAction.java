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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.paging.Paginator;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The action an endpoint stands for, found in the catalog and checked as far as the URI shows. Immutable.
 *
 * @param name how messages name it: {@code scheme:api/Action}
 * @param api the API
 * @param action the action; a bare one where validation lets unknown actions pass
 * @param region region to send, or null where none is sent
 * @param pages how its list is read page by page, or null where it is not paged
 * @param check makes and checks the parameters of each call
 */
public record EndpointAction(
        String name, ApiCatalog api, Action action, String region, Paginator pages, RequestParameters check) {

    /**
     * @param region the region that the endpoint itself names, or null
     * @param defaultRegion the component's region, which is for the actions that know it, or null
     * @param paging what the endpoint makes of an action that answers in pages
     * @throws InvalidRequestException when the URI names an action, a region or parameters that cannot be right
     */
    public static EndpointAction resolve(
            String name,
            ApiCatalog api,
            String actionName,
            Validation validation,
            String region,
            String defaultRegion,
            PagingMode paging,
            Map<String, Object> uriParameters) {
        Action action = action(name, api, actionName, validation);
        Paginator pages = action.paging() == null ? null : new Paginator(action.paging());
        Map<String, Object> parameters = new LinkedHashMap<>(uriParameters);
        if (paging != PagingMode.ONE) {
            if (pages == null) {
                throw new InvalidRequestException(
                        name + ": paging=" + paging + ": this action does not return pages. Remove the option.");
            }
            pages.firstPage().forEach(parameters::putIfAbsent);
        }
        return new EndpointAction(
                name,
                api,
                action,
                region(name, action, region, defaultRegion, validation),
                pages,
                new RequestParameters(name, api, action, validation, parameters));
    }

    private static Action action(String name, ApiCatalog api, String actionName, Validation validation) {
        Action known = api.action(actionName);
        if (known != null) {
            return known;
        }
        Action listed = api.listedOnly().get(actionName);
        if (validation == Validation.STRICT) {
            throw new InvalidRequestException(name + ": "
                    + (listed == null
                            ? "unknown action '" + actionName + "'"
                                    + Suggestion.hint(actionName, api.actions().keySet())
                            : "the vendor lists action '" + actionName + "' without describing it")
                    + ". Set validation=LENIENT to call it anyway"
                    + (listed == null
                            ? ", or import the vendor's present definition with catalog-tools and set the option catalogs"
                                    + (api.asOf() == null ? "" : "; the catalog in use is of " + api.asOf())
                            : "")
                    + ".");
        }
        if (listed != null) {
            return listed;
        }
        Action.RegionRule region = api.regions().isEmpty() ? Action.RegionRule.NONE : Action.RegionRule.OPTIONAL;
        return Action.undocumented(actionName, region, api.regions());
    }

    private static String region(String name, Action action, String own, String defaultRegion, Validation validation) {
        if (action.region() == Action.RegionRule.NONE) {
            if (own != null && validation == Validation.STRICT) {
                throw new InvalidRequestException(
                        name + ": region '" + own + "': this action does not take a region. Remove the option.");
            }
            return null;
        }
        // definitions that a user imported name no regions
        boolean isChecked = validation == Validation.STRICT && !action.regions().isEmpty();
        boolean isDefaultKnown =
                defaultRegion == null || !isChecked || action.regions().contains(defaultRegion);
        String chosen = own == null && isDefaultKnown ? defaultRegion : own;
        if (chosen == null) {
            if (action.regions().size() == 1) {
                return action.regions().get(0);
            }
            if (action.region() == Action.RegionRule.REQUIRED && validation != Validation.OFF) {
                throw new InvalidRequestException(name + ": region is required"
                        + (defaultRegion == null
                                ? ""
                                : ", and '" + defaultRegion
                                        + "', the region of the component, is not supported by this action")
                        + ". Set it to one of " + String.join(", ", action.regions()));
            }
            return null;
        }
        if (isChecked && !action.regions().contains(chosen)) {
            throw new InvalidRequestException(name + ": region '" + chosen + "' is not supported by this action"
                    + Suggestion.hint(chosen, action.regions()) + ". Regions: "
                    + String.join(", ", action.regions()));
        }
        return chosen;
    }

    /** Whether the catalog describes the action; validation lets others pass as {@link Action#undocumented}. */
    public boolean isInCatalog() {
        return api.action(action.name()) != null;
    }

    /** {@code api/Action}, as headers carry it. */
    public String callName() {
        return api.id() + "/" + action.name();
    }
}
