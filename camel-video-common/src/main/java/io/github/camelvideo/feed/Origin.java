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

/** The way on which an item reached the feed first. */
public enum Origin {
    /** The vendor's list. */
    POLL,
    /** A callback of the vendor. */
    PUSH,
    /** Another system that the vendor forwards messages to. */
    FORWARD;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As headers say it. */
    public String text() {
        return text;
    }
}
