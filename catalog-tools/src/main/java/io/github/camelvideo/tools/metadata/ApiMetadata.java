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
package io.github.camelvideo.tools.metadata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.consumer.CallbackAction;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.tools.component.ComponentMetadata;
import io.github.camelvideo.tools.component.KnownComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Metadata of a component with all that its catalogs have, in the form that Camel has for components that are made of APIs
 * ({@code "api": true}): {@code apis} name the actions, {@code apiProperties} their parameters. Since it names all parameters, the
 * component is no longer lenient in it: what is not there is misspelled.
 */
public final class ApiMetadata {

    private final KnownComponent component;
    private final ObjectNode json;
    private final ObjectNode apis;
    private final ObjectNode properties;
    private final ArrayNode apiNames;
    private final ArrayNode actionNames;
    private final boolean required;

    private ApiMetadata(KnownComponent component, boolean required) {
        this.component = component;
        this.required = required;
        ComponentMetadata metadata = ComponentMetadata.of(component);
        json = metadata.json();
        boolean namesApi = component.impliedApi() == null;
        metadata.component()
                .put("api", true)
                .put("apiSyntax", namesApi ? "api/action" : "action")
                .put("lenientProperties", false);
        apiNames = namesApi ? choices(metadata, "api") : null;
        actionNames = choices(metadata, "action");
        apis = json.putObject("apis");
        properties = json.putObject("apiProperties");
    }

    /**
     * The document.
     *
     * @param catalogs all APIs of the component
     * @param required whether the parameters that the vendor requires, and a feed does not set, are required in the URI. Otherwise none
     *     is, because messages may carry them, and {@code optional} tells which ones the vendor requires.
     */
    public static ObjectNode of(KnownComponent component, Collection<ApiCatalog> catalogs, boolean required) {
        ApiMetadata metadata = new ApiMetadata(component, required);
        catalogs.forEach(metadata::add);
        return metadata.json;
    }

    private static ArrayNode choices(ComponentMetadata metadata, String option) {
        ObjectNode facts = (ObjectNode) metadata.options().get(option);
        return facts.put("type", "enum").putArray("enum");
    }

    private void add(ApiCatalog api) {
        if (apiNames != null) {
            apiNames.add(api.id());
            addApi(api.id(), api.title());
        }
        Set<String> names = new HashSet<>();
        actionNames.forEach(name -> names.add(name.asText()));
        api.actions().values().forEach(action -> add(api, action, names));
        // those that validation=LENIENT calls
        api.listedOnly().values().forEach(action -> add(api, action, names));
        if (api.callbacks() != null) {
            add(api, CallbackAction.addTo(api, component.path(api.id())).action(CallbackAction.NAME), names);
        }
    }

    private void add(ApiCatalog api, Action action, Set<String> names) {
        String name = apiNames == null ? pathOf(api, action) : action.name();
        if (names.add(name)) {
            actionNames.add(name);
        }
        // a path that is the action alone tells Camel one name: so each action is an API with one method
        String owner = apiNames == null ? name : api.id();
        if (apiNames == null) {
            addApi(owner, action.summary());
        }
        ObjectNode method = ((ObjectNode) apis.get(owner).get("methods")).putObject(name);
        method.put("description", text(action.summary()));
        method.putArray("signatures");
        ObjectNode parameters = ((ObjectNode) properties.get(owner).get("methods"))
                .putObject(name)
                .putObject("properties");
        // as the component reads URIs: where a name has a dot, a dot does not separate parts
        boolean hasParts = action.parameters().keySet().stream().noneMatch(parameter -> parameter.contains("."));
        int index = 0;
        for (Field field : action.parameters().values()) {
            parameters.set(
                    field.name(),
                    ParameterOption.of(index++, field, api.holdsSecret(field), isRequired(action, field), hasParts));
        }
    }

    private String pathOf(ApiCatalog api, Action action) {
        String path = component.path(api.id()) + action.name();
        return path.substring(path.indexOf(':') + 1);
    }

    private void addApi(String name, String description) {
        apis.putObject(name)
                .put("consumerOnly", false)
                .put("producerOnly", false)
                .put("description", text(description))
                .putObject("methods");
        properties.putObject(name).putObject("methods");
    }

    private boolean isRequired(Action action, Field field) {
        return required && field.required() && !isSupplied(action, field.name());
    }

    private static boolean isSupplied(Action action, String parameter) {
        return action.feed() != null
                && (FeedFactory.suppliedParameters(action).contains(parameter)
                        || action.feed().list().forEach().stream()
                                .anyMatch(values -> values.parameters().contains(parameter)));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
