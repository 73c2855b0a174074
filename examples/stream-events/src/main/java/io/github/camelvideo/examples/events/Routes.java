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

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** The routes as they are, running from their start to {@link #close}. */
final class Routes implements AutoCloseable {

    private final Main camel = new Main();

    /** @param settings come before all others */
    Routes(Map<String, String> settings) throws Exception {
        camel.setOverrideProperties(new HashMap<>(settings));
        camel.start();
    }

    Tables tables() {
        return new Tables(camel.lookup("database", DataSource.class));
    }

    /** Stops in order: what is on its way is stored. */
    @Override
    public void close() {
        camel.stop();
    }
}
