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
package io.github.camelvideo.simulator;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator for the tests of a class: started before the first, back to its first state before each, closed after
 * the last.
 *
 * <p>Register it in a static field with {@code @RegisterExtension} and use {@link #simulator()}, or declare a parameter of
 * type {@link VideoCloudSimulator}. In a field that is not static it runs one for each test.
 */
public final class VideoCloudSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final SimulatorBuilder builder;
    private VideoCloudSimulator simulator;
    private boolean perTest;

    /** One with every default. */
    public VideoCloudSimulatorExtension() {
        this(VideoCloudSimulator.builder());
    }

    /** One that is started as the builder says. */
    public VideoCloudSimulatorExtension(SimulatorBuilder builder) {
        this.builder = builder;
    }

    /** The simulator that runs for the present tests. */
    public VideoCloudSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException(
                    "The simulator runs only during tests: register the extension with @RegisterExtension");
        }
        return simulator;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (simulator == null) {
            simulator = builder.start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (simulator == null) {
            simulator = builder.start();
            perTest = true;
        } else {
            simulator.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (perTest) {
            close();
        }
    }

    /** Nested test classes share the simulator of the class around them, which closes it. */
    @Override
    public void afterAll(ExtensionContext context) {
        boolean outermost = context.getTestClass()
                .map(type -> type.getEnclosingClass() == null || Modifier.isStatic(type.getModifiers()))
                .orElse(true);
        if (outermost && simulator != null) {
            close();
        }
    }

    private void close() {
        simulator.close();
        simulator = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VideoCloudSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
