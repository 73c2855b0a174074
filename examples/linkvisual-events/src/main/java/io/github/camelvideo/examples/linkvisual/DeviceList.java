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
package io.github.camelvideo.examples.linkvisual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The file with the devices, changed as it should be while a route reads it: as a whole, at one moment. */
final class DeviceList {

    private final Path file;
    private final List<String> lines = new ArrayList<>(List.of("# one IotId a line"));

    DeviceList(Path file) {
        this.file = file;
    }

    void add(List<String> devices) throws IOException {
        lines.addAll(devices);
        Path next = Files.write(file.resolveSibling("." + file.getFileName()), lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
