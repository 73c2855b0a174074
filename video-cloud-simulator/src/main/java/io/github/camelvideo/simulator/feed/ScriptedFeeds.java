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

/** The scripted feeds of a simulator. For any thread. */
public final class ScriptedFeeds {

    private final Map<String, ScriptedFeed> feeds = new ConcurrentHashMap<>();

    /** The scripted feed of an action; from the first time on, the action is answered by it. */
    public ScriptedFeed of(String api, String action) {
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
