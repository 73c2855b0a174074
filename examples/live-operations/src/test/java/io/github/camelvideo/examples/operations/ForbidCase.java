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
package io.github.camelvideo.examples.operations;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The routes run for all tests of a class; the cloud is as new before each. */
abstract class ForbidCase {

    static final String ACTION = "ForbidLiveStream";

    @TempDir
    static Path directory;

    static Operations operations;

    @BeforeAll
    static void start() throws Exception {
        operations = new Operations(directory).start();
    }

    @BeforeEach
    void resetCloud() {
        operations.simulator().reset();
    }

    @AfterAll
    static void stop() {
        operations.close();
    }
}
