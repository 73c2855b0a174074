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
package io.github.camelvideo;

import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a component takes from the environment of its process where no option says it. The names are the component's own, and so work in
 * each runtime; Camel Main ignores {@code CAMEL_COMPONENT_…} for components that are not Camel's.
 */
public final class ProcessEnvironment {

    private final String prefix;
    private final UnaryOperator<String> variables;

    /**
     * @param scheme the component's scheme: {@code tencent-video} reads {@code TENCENT_VIDEO_…}
     * @param variables value of a variable by its name, or null
     */
    ProcessEnvironment(String scheme, UnaryOperator<String> variables) {
        this.prefix = scheme.toUpperCase(Locale.ROOT).replace('-', '_');
        this.variables = variables;
    }

    /** The address to call, or null. */
    String endpointUrl() {
        return value("ENDPOINT_URL");
    }

    /** The region of the component, or null. */
    String region() {
        return value("REGION");
    }

    /**
     * Whether unencrypted calls to another machine are allowed, or null.
     *
     * @throws InvalidRequestException when the variable is neither true nor false
     */
    Boolean allowHttp() {
        String name = "ALLOW_HTTP";
        String value = value(name);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidRequestException(
                        "Environment variable " + variable(name) + ": '" + value + "' is neither true nor false.");
        };
    }

    /**
     * The value of a variable without blanks around it, or null where it is not set or empty.
     *
     * @param name what follows the component's prefix, such as {@code REGION}
     */
    public String value(String name) {
        return EnvironmentVariableCredentialsProvider.value(variables, variable(name));
    }

    /** The whole name of a variable. */
    public String variable(String name) {
        return prefix + "_" + name;
    }
}
