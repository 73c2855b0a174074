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
package com.example;

import com.example.checks.Checks;
import com.example.checks.Cloud;
import org.apache.camel.main.Main;

/** Starts Camel Main with the options of {@code application.properties}, runs the checks and ends. */
public final class Application {

    private Application() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        try (Cloud cloud = new Cloud()) {
            Checks checks = new Checks();
            main.addInitialProperty("cloud.url", cloud.url());
            main.configure().addRoutesBuilder(checks);
            main.start();
            checks.run(main.getCamelContext());
        } finally {
            main.stop();
        }
    }
}
