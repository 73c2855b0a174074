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
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec.Lookup;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls of the actions that a registration names. Each waits for its answer, on the caller's thread. */
final class RegistrationCalls {

    private final EndpointBinding binding;

    RegistrationCalls(EndpointBinding binding) {
        this.binding = binding;
    }

    /** How messages name the endpoint. */
    String name() {
        return binding.name();
    }

    List<JsonNode> find(Lookup lookup, Map<String, String> parameters) throws InterruptedException {
        return ItemPath.of(lookup.items()).find(call(lookup.action(), parameters(lookup.action(), parameters)));
    }

    /** The answer. */
    JsonNode call(String action, ObjectNode parameters) throws InterruptedException {
        return EndpointClient.await(client(action).call(parameters)).body();
    }

    /** Values as the action wants them. */
    ObjectNode parameters(String action, Map<String, String> values) {
        EndpointClient client = client(action);
        ObjectNode parameters = ExactJson.object();
        values.forEach((name, value) -> parameters.set(name, client.typed(name, value)));
        return parameters;
    }

    /** What was read, as parameters of the action that replaces it. */
    ObjectNode settings(JsonNode found, String action) {
        ApiCatalog api = binding.action().api();
        return new ReadSettings(api).asParameters(found, api.action(action));
    }

    /** Fields that the catalog knows of what is found. */
    Set<String> fields(Lookup lookup) {
        Field field = binding.action().api().action(lookup.action()).answer().get(lookup.items());
        FieldType type = field.type().isArray() ? field.type().item() : field.type();
        return binding.action().api().type(type.struct()).keySet();
    }

    private EndpointClient client(String action) {
        return binding.otherClient().apply(action);
    }
}
