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
package io.github.camelvideo.examples.tickets;

import java.util.List;
import java.util.Map;

/** The vendor's numbers of levels and kinds of alarms, in words. */
final class AlarmWords {

    /** In China's standard for video surveillance, GB/T 28181, level one is the worst. */
    private static final List<String> LEVELS = List.of("critical", "high", "medium", "low");

    private record Kinds(String name, List<String> types) {}

    private static final Map<Integer, Kinds> MODES = Map.of(
            2,
            new Kinds("device", List.of("video lost", "tampering", "disk full", "too hot", "too cold")),
            5,
            new Kinds(
                    "video",
                    List.of(
                            "raised by hand",
                            "motion",
                            "object left",
                            "object removed",
                            "tripwire",
                            "intrusion",
                            "wrong way",
                            "loitering",
                            "flow count",
                            "crowd",
                            "bad picture",
                            "fast motion")),
            6,
            new Kinds("fault", List.of("storage disk", "storage fan")));

    private AlarmWords() {}

    static String level(int level) {
        return word(LEVELS, level);
    }

    static String kind(int mode, int type) {
        Kinds kinds = MODES.getOrDefault(mode, new Kinds("mode " + mode, List.of()));
        return kinds.name() + ": " + word(kinds.types(), type);
    }

    /** The vendor counts from one, and may know more than we do. */
    private static String word(List<String> words, int number) {
        return number >= 1 && number <= words.size() ? words.get(number - 1) : Integer.toString(number);
    }
}
