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
package io.github.camelvideo.toy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.support.component.PropertyConfigurerSupport;

/**
 * Sets options of endpoint and configuration by reflection. Camel's build plugin generates such a class for a real module; the build of
 * this one has no components.
 */
public class ToyVideoEndpointConfigurer extends PropertyConfigurerSupport implements GeneratedPropertyConfigurer {

    private static final Map<String, Method> ENDPOINT = setters(ToyVideoEndpoint.class);
    private static final Map<String, Method> CONFIGURATION = setters(ToyVideoConfiguration.class);

    /** Setters by option, in any case as Camel finds options. */
    static Map<String, Method> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getName().startsWith("set") && method.getParameterCount() == 1 && !method.isBridge())
                .collect(Collectors.toMap(
                        ToyVideoEndpointConfigurer::option,
                        Function.identity(),
                        (one, other) -> one,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    }

    private static String option(Method setter) {
        String name = setter.getName().substring("set".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    @Override
    public boolean configure(CamelContext camel, Object target, String name, Object value, boolean ignoreCase) {
        ToyVideoEndpoint endpoint = (ToyVideoEndpoint) target;
        Method ofConfiguration = CONFIGURATION.get(name);
        Method setter = ofConfiguration == null ? ENDPOINT.get(name) : ofConfiguration;
        if (setter == null) {
            return false;
        }
        try {
            setter.invoke(
                    ofConfiguration == null ? endpoint : endpoint.getConfiguration(),
                    property(camel, setter.getParameterTypes()[0], value));
        } catch (ReflectiveOperationException e) {
            throw new RuntimeCamelException("Option " + name + " cannot be set", e);
        }
        return true;
    }
}
