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

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a feed runs for each of many values.
 *
 * @param parameter the parameter that each value is given in
 * @param values where the values come from
 * @param parameters all of the user's parameters for one value; called by any thread, refuses a value that cannot be one
 * @param concurrency how many values are read at once, at least 1
 * @param patience how long a poll waits for the next value to be read when all have begun; those that take longer, such as one whose
 *     calls wait for an answer that never comes, are taken by a later poll and do not hold up the others
 * @param keep how long the position of a value that is no longer listed is kept
 */
public record ForEach(
        String parameter,
        ValueList values,
        Function<String, ObjectNode> parameters,
        int concurrency,
        Duration patience,
        Duration keep) {}
