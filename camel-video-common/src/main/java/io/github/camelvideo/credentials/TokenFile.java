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

import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in which a container platform keeps an identity token, and replaces it from time to time. */
public final class TokenFile {

    private TokenFile() {}

    /**
     * The token that is in the file now.
     *
     * @throws InvalidRequestException when there is none
     */
    public static String read(Path file) {
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidRequestException(
                    "Identity token from file " + file + ": cannot be read ("
                            + e.getClass().getSimpleName() + "). Check its path and its permissions.",
                    e);
        }
        if (token.isEmpty()) {
            throw new InvalidRequestException(
                    "Identity token from file " + file + ": the file is empty. Check what writes it.");
        }
        return token;
    }
}
