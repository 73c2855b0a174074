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
package io.github.camelvideo.protocol;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a call is signed with, without blanks and line ends around. Never prints its secrets.
 *
 * @param id public part of the key
 * @param secret secret part of the key
 * @param token token of temporary credentials, or null for a long-term key
 * @param expires when the vendor stops accepting them, or null when they do not expire by themselves
 */
public record Credentials(String id, String secret, String token, Instant expires) {

    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\p{C}]+|[\\p{Z}\\p{C}]+$");

    public Credentials {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
        id = stripped(id);
        secret = stripped(secret);
        token = token == null ? null : stripped(token);
    }

    /**
     * Without what a copied key has around it: blanks of all kinds, line ends, a byte order mark. No key has any, and the vendor would
     * answer with a bare signature error.
     */
    private static String stripped(String key) {
        return AROUND.matcher(key).replaceAll("");
    }

    /** A long-term key. */
    public Credentials(String id, String secret) {
        this(id, secret, null, null);
    }

    /** Whether the vendor sees no difference between these and others. */
    public boolean signsLike(Credentials other) {
        return id.equals(other.id) && secret.equals(other.secret) && Objects.equals(token, other.token);
    }

    @Override
    public String toString() {
        return "Credentials[id=" + id.substring(0, Math.min(4, id.length())) + "…, temporary=" + (token != null)
                + ", expires=" + expires + "]";
    }
}
