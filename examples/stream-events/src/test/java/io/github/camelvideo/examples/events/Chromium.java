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
package io.github.camelvideo.examples.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, where one is installed. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Until the page has asked for its data once. */
    private static final String MILLIS = "1500";

    private Chromium() {}

    private static Stream<Path> found() {
        return NAMES.stream().map(name -> Path.of("/usr/bin", name)).filter(Files::isExecutable);
    }

    static boolean isInstalled() {
        return found().findFirst().isPresent();
    }

    /** The document as a page's script has made it. */
    static String text(String url) throws IOException, InterruptedException {
        Path output = Files.createTempFile("page", ".html");
        Process browser = new ProcessBuilder(
                        found().findFirst().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--virtual-time-budget=" + MILLIS,
                        "--dump-dom",
                        url)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!browser.waitFor(60, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new IOException("Chromium did not end within 60 s");
        }
        return Files.readString(output);
    }
}
