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
package io.github.camelvideo.benchmarks;

import java.time.Duration;

/** Settings of a run, from system properties. */
final class Settings {

    private Settings() {}

    static int number(String name, int otherwise) {
        return Integer.getInteger("bench." + name, otherwise);
    }

    static String text(String name, String otherwise) {
        return System.getProperty("bench." + name, otherwise);
    }

    /** The most a measured part may take. */
    static Duration time(int otherwiseSeconds) {
        return Duration.ofSeconds(number("seconds", otherwiseSeconds));
    }

    /** Options for the feed's URI, after those of the benchmark, such as {@code positionCommit=poll}. */
    static String options() {
        String options = text("options", "");
        return options.isEmpty() ? "" : "&" + options;
    }
}
