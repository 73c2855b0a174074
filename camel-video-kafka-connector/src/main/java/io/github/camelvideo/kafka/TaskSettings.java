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
package io.github.camelvideo.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * What a task is told besides the settings of its connector.
 *
 * @param vendor the component
 * @param index of the task, from 0
 * @param tasks how many there are
 * @param seed of the hash that spreads partitions over tasks
 */
record TaskSettings(Vendor vendor, int index, int tasks, int seed) {

    private static final String VENDOR = "task.component";
    private static final String INDEX = "task.index";
    private static final String TASKS = "task.count";
    private static final String SEED = "task.seed";

    static TaskSettings read(Map<String, String> settings) {
        return new TaskSettings(
                Vendor.of(settings.get(VENDOR)),
                Integer.parseInt(settings.get(INDEX)),
                Integer.parseInt(settings.get(TASKS)),
                Integer.parseInt(settings.get(SEED)));
    }

    Map<String, String> addTo(Map<String, String> connector) {
        Map<String, String> settings = new HashMap<>(connector);
        settings.put(VENDOR, vendor.scheme());
        settings.put(INDEX, Integer.toString(index));
        settings.put(TASKS, Integer.toString(tasks));
        settings.put(SEED, Integer.toString(seed));
        return settings;
    }
}
