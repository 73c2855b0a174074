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

import java.time.Instant;

/**
 * One span of time asked for.
 *
 * @param begin first moment asked for, at the resolution of the format
 * @param end last moment asked for, at the resolution of the format
 * @param listedBefore first moment behind the span that the vendor lists for it: {@code end} may stand for a whole second or day
 * @param until up to this the vendor is read when the window is done; later items wait for the next window
 * @param divisible whether a shorter window with the same begin can be written
 */
record Window(Instant begin, Instant end, Instant listedBefore, Instant until, boolean divisible) {}
