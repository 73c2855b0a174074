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

/** What a run printed. */
record Screen(List<String> lines) {

    /** Newer Java versions warn of what a library does before the application says its first word. */
    static Screen of(String text) {
        return new Screen(
                text.lines().filter(line -> !line.startsWith("WARNING: ")).toList());
    }

    String firstLine() {
        return lines.get(0);
    }

    String summary() {
        return lines.get(lines.size() - 1);
    }

    /** The alarms' ids in the order of their tickets. */
    List<String> alarmsInTable() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.split(" {2,}")[2])
                .toList();
    }
}
