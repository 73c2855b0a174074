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

import io.github.camelvideo.client.RateShare;
import java.util.HashMap;
import java.util.Map;

/**
 * Divides the rates of an account among the tasks of a connector. Tasks of one worker share the limiters of its process, so each process
 * has as large a part as it has tasks. Of all tasks of this process; for any thread.
 */
final class TaskRates {

    private static final TaskRates OF_THIS_PROCESS = new TaskRates();

    /** By connector, the tasks of this process. */
    private final Map<String, Map<Object, Task>> running = new HashMap<>();

    private record Task(RateShare share, int tasks) {}

    static TaskRates ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * A task begins.
     *
     * @param tasks how many tasks the connector has in all processes
     */
    synchronized void begin(String connector, Object task, RateShare share, int tasks) {
        running.computeIfAbsent(connector, any -> new HashMap<>()).put(task, new Task(share, tasks));
        divide(connector);
    }

    synchronized void end(String connector, Object task) {
        Map<Object, Task> tasks = running.getOrDefault(connector, new HashMap<>());
        Task ended = tasks.remove(task);
        if (ended != null) {
            ended.share().release(task);
        }
        if (tasks.isEmpty()) {
            running.remove(connector);
        } else {
            divide(connector);
        }
    }

    private void divide(String connector) {
        Map<Object, Task> here = running.get(connector);
        // rounded up: the rates of all processes together must not be more than that of the account
        here.forEach((owner, task) ->
                task.share().divide(owner, Math.max(1, (task.tasks() + here.size() - 1) / here.size())));
    }
}
