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
package io.github.camelvideo.feed.read;

import io.github.camelvideo.feed.FeedStatus.Span;

/**
 * What could not be read.
 *
 * @param gap the latest span that the vendor no longer kept, or null
 * @param incomplete the latest span that was given up after it could not be read completely, or null
 * @param sweepFailed the latest window of a sweep that could not be read and was not read since, or null
 * @param distrust why the last reading of a list without time does not count, or null
 */
public record ReadTrouble(Span gap, Span incomplete, Span sweepFailed, String distrust) {

    public static final ReadTrouble NONE = new ReadTrouble(null, null, null, null);

    /** Of a list of items with a time. */
    public ReadTrouble(Span gap, Span incomplete, Span sweepFailed) {
        this(gap, incomplete, sweepFailed, null);
    }
}
