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
package io.github.camelvideo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * A request the simulator got, whatever became of it.
 *
 * @param action as sent, or null
 * @param method HTTP method
 * @param parameters business parameters; empty when they could not be read
 * @param time by the simulator's clock
 * @param headers by name in lower case, without {@code Authorization}
 * @param signature as sent, or null; two equal ones are the same signed request twice
 * @param fault what it was answered with on purpose, or null
 */
public record RecordedRequest(
        String action,
        String method,
        JsonNode parameters,
        Instant time,
        Map<String, String> headers,
        String signature,
        Fault fault) {

    /** Without signature and headers, which may hold a token. */
    @Override
    public String toString() {
        return method + " " + action + " " + parameters + " at " + time + (fault == null ? "" : ", answered " + fault);
    }
}
