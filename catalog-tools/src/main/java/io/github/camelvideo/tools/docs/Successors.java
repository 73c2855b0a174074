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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import java.util.stream.Collectors;

/** What to call instead of an obsolete action. */
final class Successors {

    private Successors() {}

    /** A paragraph, or nothing for an action that is not obsolete. */
    static String sentence(ApiCatalog api, Action action, PageSettings settings) {
        if (!action.isObsolete()) {
            return "";
        }
        String removed = action.age().removed() == null
                ? ""
                : " The vendor's definitions of " + action.age().removed()
                        + " no longer have this action. It can still be called.";
        return "**Obsolete.**" + removed
                + (action.age().replacedBy().isEmpty() ? "" : " Use " + links(api, action, settings) + ".") + "\n\n";
    }

    static String links(ApiCatalog api, Action action, PageSettings settings) {
        return action.age().replacedBy().stream()
                .map(name -> link(api, name, settings))
                .collect(Collectors.joining(" or "));
    }

    /** Products without a catalog have no page. */
    private static String link(ApiCatalog api, String callName, PageSettings settings) {
        String owner = callName.substring(0, callName.indexOf('/'));
        String action = callName.substring(callName.indexOf('/') + 1);
        if (owner.equals(api.id())) {
            return Markdown.link(action, "#" + Markdown.anchor(action));
        }
        return settings.pages().contains(owner)
                ? Markdown.link(callName, owner + ".md#" + Markdown.anchor(action))
                : Markdown.code(callName);
    }
}
