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
package io.github.camelvideo.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the parts a feed is read in, each with a position of its own: the parameters that tell it from the others, in a fixed order.
 *
 * @param values value by parameter, in the order the user named the parameters; an empty text for a parameter that the calls of this
 *     partition leave out; no parameter for a feed that is not partitioned
 */
public record Partition(Map<String, String> values) {

    /** The only partition of a feed that is not partitioned. */
    public static final Partition NONE = new Partition(Map.of());

    public Partition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A partition told apart by one parameter. */
    public static Partition of(String parameter, String value) {
        return new Partition(Map.of(parameter, value));
    }

    /** The values that calls are made with: those that are not empty. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(values);
        given.values().removeIf(String::isEmpty);
        return Collections.unmodifiableMap(given);
    }

    /**
     * Names the partition in a position store: the value itself, or the values of a tuple joined by commas, with commas and backslashes
     * in them escaped by a backslash. Empty for {@link #NONE}.
     */
    public String id() {
        if (values.size() == 1) {
            return values.values().iterator().next();
        }
        return values.values().stream()
                .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    public boolean isNone() {
        return values.isEmpty();
    }

    /** As messages name it: {@code TaskId=7, ChannelId=c1}. */
    @Override
    public String toString() {
        return given().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
