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

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.main.Main;

/** The route as it is, running from its start to {@link #close}. */
final class Routes implements AutoCloseable {

    private final Main camel = new Main();

    /** @param settings come before all others */
    Routes(Map<String, String> settings) throws Exception {
        camel.setOverrideProperties(new HashMap<>(settings));
        camel.start();
    }

    /** What comes of something that is done while the route runs. */
    static <T> T during(Map<String, String> settings, Callable<T> part) throws Exception {
        Routes routes = new Routes(settings);
        try {
            return part.call();
        } finally {
            routes.close();
        }
    }

    /** Stops in order: what is on its way arrives. */
    @Override
    public void close() {
        camel.stop();
    }
}
