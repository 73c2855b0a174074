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
package io.github.camelvideo.item;

import java.time.Instant;

/**
 * When an item happened.
 *
 * @param earliest the moment
 * @param latest the last moment that the vendor's text can mean: later than {@code earliest} only for a local time in an hour that
 *     comes twice
 */
public record ItemTime(Instant earliest, Instant latest) {

    /** A moment that is not ambiguous. */
    public static ItemTime at(Instant moment) {
        return new ItemTime(moment, moment);
    }

    /** Whether the text of the vendor can mean two moments. */
    public boolean isAmbiguous() {
        return !earliest.equals(latest);
    }
}
