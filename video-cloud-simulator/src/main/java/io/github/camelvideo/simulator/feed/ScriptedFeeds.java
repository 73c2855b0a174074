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
package io.github.camelvideo.simulator.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The scripted feeds of a simulator. For any thread. */
public final class ScriptedFeeds {

    private final Map<String, ScriptedFeed> feeds = new ConcurrentHashMap<>();
    private final BiConsumer<String, String> check;

    /** @param check refuses an API and an action that is no feed with an {@link IllegalArgumentException} */
    public ScriptedFeeds(BiConsumer<String, String> check) {
        this.check = check;
    }

    /**
     * The scripted feed of an action; from the first time on, the action is answered by it.
     *
     * @throws IllegalArgumentException when there is no such feed
     */
    public ScriptedFeed of(String api, String action) {
        check.accept(api, action);
        return feeds.computeIfAbsent(api + "/" + action, name -> new ScriptedFeed());
    }

    /** The scripted feed of an action, or null where the world answers. */
    public ScriptedFeed find(String api, String action) {
        return feeds.get(api + "/" + action);
    }

    /** Lets the world answer again. */
    public void clear() {
        feeds.clear();
    }
}
