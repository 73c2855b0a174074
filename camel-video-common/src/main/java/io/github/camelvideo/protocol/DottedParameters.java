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
import io.github.camelvideo.request.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters as flat text, the way a query or a form carries them: {@code Channels.0.DeviceId=x}, counted from zero or,
 * with some vendors, from one.
 *
 * <p>This notation has no way to say null, an empty array or an empty structure. They are refused, because leaving them out could
 * mean something else to the vendor, such as "do not change". An empty text is sent.
 */
public final class DottedParameters {

    private final int first;
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private DottedParameters(int first) {
        this.first = first;
    }

    /**
     * @param first number of an array's first element
     * @param remedy what to do about parameters that cannot be sent
     * @return values by dotted name, in the order of the call's parameters
     * @throws InvalidRequestException naming every parameter that cannot be sent this way
     */
    public static Map<String, String> of(ApiCall call, int first, String remedy) {
        DottedParameters parameters = new DottedParameters(first);
        call.parameters().properties().forEach(entry -> parameters.add(entry.getKey(), entry.getValue()));
        if (!parameters.faults.isEmpty()) {
            throw new InvalidRequestException(call.name() + ": not sent: " + String.join("; ", parameters.faults)
                    + ". A query or form cannot carry this. " + remedy);
        }
        return parameters.flat;
    }

    private void add(String name, JsonNode value) {
        if (value.isNull()) {
            faults.add("parameter '" + name + "' is null");
        } else if (value.isContainerNode() && value.isEmpty()) {
            faults.add("parameter '" + name + "' is an empty " + (value.isArray() ? "array" : "structure"));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(name + "." + (first + i), value.get(i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(entry -> add(name + "." + entry.getKey(), entry.getValue()));
        } else if (flat.put(name, value.asText()) != null) {
            faults.add("parameter '" + name + "' is given twice, nested and dotted");
        }
    }
}
