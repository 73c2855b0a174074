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
package io.github.camelvideo.simulator.resource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The kinds of records of one API, from the resource {@code records/<api>.json}.
 *
 * @param codes error codes by problem, for all kinds that declare none of their own
 */
record ResourceKinds(Map<Problem, List<String>> codes, List<ResourceKind> kinds) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    ResourceKinds {
        codes = codes == null ? Map.of() : codes;
        kinds = List.copyOf(kinds);
    }

    static ResourceKinds read(String api) {
        String name = "records/" + api + ".json";
        try (InputStream document = ResourceKinds.class.getResourceAsStream(name)) {
            if (document == null) {
                throw new IllegalArgumentException("There is no resource " + name);
            }
            return JSON.readValue(document, ResourceKinds.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
