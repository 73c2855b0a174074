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
package io.github.camelvideo.tools.definition;

import io.github.camelvideo.tools.base.BaseField;
import java.util.List;
import java.util.Map;

/**
 * What a vendor's file defines, in one shape for all vendors and before any rule is applied.
 *
 * @param vendor name of the vendor in the rules
 * @param service the vendor's short name of the service, in lower case
 * @param title what the vendor calls the API, or null
 * @param version API version
 * @param endpoints host names by region; empty if the file has none
 * @param operations actions by name, in the order of the file
 * @param structures structures by name, in the order of the file; one without fields has an empty list
 * @param notes what was left out and why, one sentence each
 */
public record Definition(
        String vendor,
        String service,
        String title,
        String version,
        Map<String, String> endpoints,
        Map<String, Operation> operations,
        Map<String, List<BaseField>> structures,
        List<String> notes) {

    /**
     * An action as defined.
     *
     * @param kinds words by which the file says whether the action reads or writes; empty if it says nothing
     * @param deprecated whether the vendor calls it obsolete
     * @param summary the vendor's text, or null
     */
    public record Operation(
            String name,
            List<String> kinds,
            boolean deprecated,
            String summary,
            List<BaseField> request,
            List<BaseField> response) {}
}
