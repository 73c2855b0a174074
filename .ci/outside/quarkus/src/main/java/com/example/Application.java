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
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.core.CamelRuntime;

/** Starts Quarkus with the options of {@code application.properties}, runs the checks and ends. */
@QuarkusMain
public class Application implements QuarkusApplication {

    @Inject
    CamelRuntime camel;

    @Inject
    CamelContext context;

    @Inject
    Checks checks;

    /** Quarkus ends the process, and the cloud with it. */
    public static void main(String[] args) {
        System.setProperty("cloud.url", new Cloud().url());
        Quarkus.run(Application.class, args);
    }

    /** An application with a main class of its own starts Camel itself. */
    @Override
    public int run(String... args) throws Exception {
        camel.start(args);
        checks.run(context);
        return 0;
    }

    @Produces
    @Singleton
    static Checks checks() {
        return new Checks();
    }
}
