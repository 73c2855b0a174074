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
package io.github.camelvideo.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.protocol.Credentials;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How a vendor spells a temporary key in JSON.
 *
 * @param id name of its id
 * @param secret name of its secret
 * @param token name of its token
 */
public record TemporaryKey(String id, String secret, String token) {

    /**
     * Reads a key.
     *
     * @param place where it comes from, for messages
     * @param key the object with the three parts
     * @param expires when it expires: Unix seconds, or ISO 8601
     * @throws CredentialsUnavailableException when a part is missing, naming the part
     */
    public Credentials read(String place, JsonNode key, JsonNode expires) {
        return new Credentials(
                part(place, key, id), part(place, key, secret), part(place, key, token), end(place, expires));
    }

    private static String part(String place, JsonNode key, String name) {
        String value = key.path(name).asText("");
        if (value.isEmpty()) {
            throw new CredentialsUnavailableException(
                    place + ": the response has no " + name + ". Check that the vendor's service answers there.", null);
        }
        return value;
    }

    private static Instant end(String place, JsonNode expires) {
        String text = expires.asText("");
        try {
            return text.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CredentialsUnavailableException(
                    place + ": the response does not say when the key expires. Check that the vendor's service answers"
                            + " there.",
                    null);
        }
    }
}
