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
package io.github.camelvideo.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the reference shows in the calls of one API: the values of the vendor's examples, and over them those of a file of this module.
 * The file names a parameter where the vendor's example would be refused or says nothing, also one that is not required if a call
 * without it is pointless.
 */
final class ShownValues {

    private final JsonNode vendor;
    private final JsonNode own;

    private ShownValues(JsonNode vendor, JsonNode own) {
        this.vendor = vendor;
        this.own = own;
    }

    static ShownValues of(ApiCatalog api) {
        return new ShownValues(
                existing(Scheme.of(api).examples(api.id())),
                existing(Path.of("docs/src/test/resources/reference", api.id() + ".json")));
    }

    private static JsonNode existing(Path file) {
        return Files.exists(Project.ROOT.resolve(file)) ? Project.json(file) : MissingNode.getInstance();
    }

    /** The parameters of the vendor's example. */
    JsonNode vendor(Action action) {
        return vendor.path(action.name()).path("request");
    }

    /** Parameters to show as they are, required or not. */
    ObjectNode own(Action action) {
        return own.get(action.name()) instanceof ObjectNode shown ? shown : JsonNodeFactory.instance.objectNode();
    }

    /** Names of all actions that have values of our own. */
    Iterable<String> actions() {
        return own::fieldNames;
    }
}
