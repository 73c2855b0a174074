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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A profile of a credentials file.
 *
 * @param file the file, for messages
 * @param name how messages name the profile, such as {@code section [default]}
 * @param values what is in it, by name
 */
public record Profile(Path file, String name, Map<String, String> values) {

    /** The value of that name, empty where there is none. */
    public String value(String of) {
        return values.getOrDefault(of, "");
    }

    /** Whether none of these has a value, as in a profile that the vendor's tool has made and nobody has filled in. */
    public boolean isWithoutAny(String... names) {
        return Arrays.stream(names).allMatch(name -> value(name).isEmpty());
    }

    /**
     * The value of that name.
     *
     * @throws InvalidRequestException when there is none
     */
    public String required(String of) {
        if (value(of).isEmpty()) {
            throw unusable("has no " + of + ".");
        }
        return value(of);
    }

    /**
     * A number.
     *
     * @param otherwise what counts where there is none
     * @throws InvalidRequestException when it is not a positive integer
     */
    public int number(String of, int otherwise) {
        if (value(of).isEmpty()) {
            return otherwise;
        }
        if (!value(of).matches("[1-9]\\d{0,8}")) {
            throw unusable("has " + of + " that is not a positive integer.");
        }
        return Integer.parseInt(value(of));
    }

    /**
     * The key in this section, with the names the vendor gives its parts.
     *
     * @param token name of the token of temporary credentials, which may be missing
     * @throws InvalidRequestException when the section lacks the id or the key
     */
    public Credentials key(String id, String key, String token) {
        for (String part : new String[] {id, key}) {
            if (value(part).isEmpty()) {
                throw unusable("has no " + part + ". It needs " + id + " and " + key + ".");
            }
        }
        String tokenValue = value(token);
        return new Credentials(value(id), value(key), tokenValue.isEmpty() ? null : tokenValue, null);
    }

    /** What to throw for a section that cannot be used; the problem continues "section [x]", without a secret. */
    public InvalidRequestException unusable(String problem) {
        return new InvalidRequestException("Credentials from file " + file + ": " + name + " " + problem);
    }

    /** Names no values: they are secrets. */
    @Override
    public String toString() {
        return file + ", " + name;
    }
}
