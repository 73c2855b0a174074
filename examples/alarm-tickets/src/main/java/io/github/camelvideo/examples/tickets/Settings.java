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

import java.nio.file.Path;
import org.apache.camel.CamelContext;

/** What {@code application.properties}, the environment and {@code -D} say, the latter before the former. */
final class Settings {

    private final CamelContext context;

    Settings(CamelContext context) {
        this.context = context;
    }

    /** A value with its placeholders filled in; empty when the key has none. */
    String text(String key) {
        return context.resolvePropertyPlaceholders("{{" + key + ":}}").trim();
    }

    /** A whole number, zero or more; the fallback where nothing is said. */
    int number(String key, int fallback) {
        String text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(key + "=" + text + ": write a whole number, zero or more");
        }
        return Integer.parseInt(text);
    }

    /** Whether the part of that name is the one inside this process. */
    boolean isEmbedded(String key) {
        return text(key).equals("embedded");
    }

    /** Where this run keeps its files: one directory for each cloud, whose positions and alarms have nothing in common. */
    Path directory() {
        return Path.of(text("data.dir"), text("cloud")).toAbsolutePath().normalize();
    }

    /** Whether the cloud is the simulator of this process. */
    boolean isSimulated() {
        String cloud = text("cloud");
        return switch (cloud) {
            case "simulator" -> true;
            case "tencent" -> false;
            default -> throw new IllegalArgumentException("cloud=" + cloud + ": write simulator or tencent");
        };
    }
}
