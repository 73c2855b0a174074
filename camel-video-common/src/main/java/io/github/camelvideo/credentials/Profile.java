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
import java.util.Map;

/**
 * A section of a credentials file.
 *
 * @param file the file, for messages
 * @param name name of the section
 * @param values what is in it, by name
 */
public record Profile(Path file, String name, Map<String, String> values) {

    /** The value of that name, empty where there is none. */
    public String value(String of) {
        return values.getOrDefault(of, "");
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

    /** What to throw for a section that cannot be used; the problem continues "section [x]". */
    public InvalidRequestException unusable(String problem) {
        return new InvalidRequestException("Credentials from file " + file + ": section [" + name + "] " + problem);
    }

    /** Names no values: they are secrets. */
    @Override
    public String toString() {
        return file + " [" + name + "]";
    }
}
