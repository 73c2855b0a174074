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
package io.github.camelvideo.credentials;

import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Credentials from environment variables of a vendor's naming. An empty variable counts as not set. */
public final class EnvironmentVariableCredentialsProvider implements CredentialsProvider {

    private final UnaryOperator<String> environment;
    private final String id;
    private final String key;
    private final List<String> tokens;

    /**
     * @param environment value of a variable by its name, or null
     * @param id variable that holds the id
     * @param key variable that holds the key
     * @param tokens variables that may hold the token of temporary credentials; the first that is set counts
     */
    public EnvironmentVariableCredentialsProvider(
            UnaryOperator<String> environment, String id, String key, List<String> tokens) {
        this.environment = environment;
        this.id = id;
        this.key = key;
        this.tokens = List.copyOf(tokens);
    }

    /**
     * @throws NoCredentialsException when neither id nor key is set
     * @throws InvalidRequestException when only one of them is set
     */
    @Override
    public Credentials credentials() {
        String idValue = value(environment, id);
        String keyValue = value(environment, key);
        if (idValue == null && keyValue == null) {
            throw new NoCredentialsException("environment variables " + id + " and " + key + " are not set");
        }
        if (idValue == null || keyValue == null) {
            throw new InvalidRequestException("Credentials from the environment: " + (idValue == null ? key : id)
                    + " is set, but " + (idValue == null ? id : key) + " is not. Set both or none.");
        }
        String token = tokens.stream()
                .map(name -> value(environment, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Credentials(idValue, keyValue, token, null);
    }

    @Override
    public String source() {
        return "environment variable " + id;
    }

    /** The value of a variable without blanks around it, or null where it is not set or empty. */
    public static String value(UnaryOperator<String> environment, String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
