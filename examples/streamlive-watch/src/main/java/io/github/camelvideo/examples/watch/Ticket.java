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
package io.github.camelvideo.examples.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the file of a ticket says.
 *
 * @param isOpen whether its alert goes on
 */
record Ticket(Alert alert, boolean isOpen) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All tickets of a folder, by their number, but one that is being written; none where there is no such folder yet. */
    static Map<String, Ticket> in(Path folder) throws IOException {
        Map<String, Ticket> tickets = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return tickets;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                try {
                    JsonNode ticket = JSON.readTree(Files.readString(file));
                    tickets.put(
                            ticket.path("ticket").asText(),
                            new Ticket(
                                    Alert.of(ticket),
                                    ticket.path("state").asText().equals("open")));
                } catch (NoSuchFileException e) {
                    // Camel removes the old file before it moves the new one there: whoever waits looks again
                }
            }
        }
        return tickets;
    }
}
