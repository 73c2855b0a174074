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
package io.github.camelvideo.simulator.answer;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.http.Reply;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Fixed replies with their envelopes, which replace the answers of the world. Requests are still checked. Safe for
 * use by many threads.
 */
public final class Scripts {

    /** By identity: actions of the same name in two APIs are two, and catalogs are read once. */
    private final Map<Action, Reply> replies = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Gives an action a reply, in place of an earlier one. */
    public void put(Action action, Reply reply) {
        replies.put(action, reply);
    }

    /** The reply of an action, or null where the world answers. */
    public Reply reply(Action action) {
        return action == null ? null : replies.get(action);
    }

    /** Lets the world answer again. */
    public void clear() {
        replies.clear();
    }
}
