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
package io.github.camelvideo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.request.FileContent;

/**
 * One call as the caller means it: checked, but not yet encoded or signed.
 *
 * @param api the API
 * @param action the action; for one the catalog does not know (lenient validation) a bare one of that name
 * @param parameters parameters as JSON of the declared types; not changed by anybody
 * @param region region to send, or null where none is sent
 */
public record ApiCall(ApiCatalog api, Action action, ObjectNode parameters, String region) {

    /** Whether it can be sent again: not when a file that comes as a stream has been read. */
    public boolean isRepeatable() {
        for (JsonNode value : parameters) {
            FileContent file = FileContent.of(value);
            if (file != null && !file.isReadable()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The name of the action as a label of statistics: {@code other} for one that the catalog does not list, since its name may come from
     * a message.
     */
    public String listedAction() {
        return api.action(action.name()) == null ? "other" : action.name();
    }

    /** {@code api/Action}, for messages. */
    public String name() {
        return api.id() + "/" + action.name();
    }
}
