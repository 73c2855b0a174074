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

import java.util.Locale;

/** How an item differs from what was delivered of it before. */
public enum Change {
    /** It was not delivered before. */
    ADDED,
    /** It was delivered before in another state. */
    CHANGED,
    /** It is no longer listed. */
    REMOVED,
    /** It is still listed as it was, and told again. */
    PRESENT;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As headers say it. */
    public String text() {
        return text;
    }
}
