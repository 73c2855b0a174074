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
package io.github.camelvideo.tools.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Keeps positions for the time of a trial, and shows them. For any thread. */
final class CapturedPositions extends MemoryStateRepository {

    private final Map<String, String> positions = Collections.synchronizedMap(new LinkedHashMap<>());

    @Override
    public void setState(String key, String value) {
        super.setState(key, value);
        positions.put(key, value);
    }

    /** The last position of each key, in the order in which they were first stored. */
    Map<String, String> positions() {
        synchronized (positions) {
            return new LinkedHashMap<>(positions);
        }
    }
}
