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
package io.github.camelvideo.feed.position;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Runs the command of positions as a document shows it, in this process. */
public final class PositionsCommandLine {

    private PositionsCommandLine() {}

    /**
     * @param line of a shell, without quoted arguments
     * @return what it prints
     * @throws IllegalStateException when it fails, with what it prints then
     */
    public static String run(String line) {
        String[] words = line.split(" ");
        int command = Arrays.asList(words).indexOf(PositionsCommand.class.getName());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = new PositionsCommand(printer, printer, Map.of())
                .run(Arrays.copyOfRange(words, command + 1, words.length));
        String printed = out.toString(StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new IllegalStateException(printed);
        }
        return printed;
    }
}
