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
package io.github.camelvideo.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.http.HttpCall;

/** A request as far as it can be understood before anything is checked; whatever is missing is null. */
public interface Incoming {

    /** The request itself. */
    HttpCall call();

    /** The action it calls as far as there is one of that name, or null. */
    Action action();

    /** The name of the action in the catalog, or what was sent instead, or null. */
    String actionName();

    /** Parameters of the action as a tree; empty when they cannot be read. */
    ObjectNode parameters();

    /** The signature as sent, or null. */
    String signature();

    /** Whether it asks for a list in pages. */
    default boolean asksForList() {
        return action() != null && action().paging() != null;
    }

    /** Whether it asks for a page of a list that is not the first. */
    default boolean asksForLaterPage() {
        if (!asksForList()) {
            return false;
        }
        int first = action().paging().firstPage();
        return parameters().path(action().paging().pageParameter()).asLong(first) > first;
    }
}
