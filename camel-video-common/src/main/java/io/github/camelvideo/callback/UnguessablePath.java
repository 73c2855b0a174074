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
package io.github.camelvideo.callback;

import io.github.camelvideo.json.Digests;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Makes paths for callbacks that nobody can guess, as {@code /live/events/0f5c…}. A path is made once and kept in the configuration, since
 * the vendor is told it: {@code callback={{env:CALLBACK_PATH}}}. It is not derived from the key, which some APIs do not have, and whose
 * rotation would move it. It is a secret, though access logs of HTTP servers and proxies show it.
 */
public final class UnguessablePath {

    /** As many as nobody can try: 2^128. */
    private static final int RANDOM_BYTES = 16;

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

    private UnguessablePath() {}

    /**
     * A new path below another.
     *
     * @param prefix such as {@code /live/events}, or an empty text
     * @param random source of chance that cannot be foreseen
     * @throws IllegalArgumentException when the prefix is not a path of letters, digits and {@code . _ ~ -}
     */
    public static String of(String prefix, SecureRandom random) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "'" + prefix
                            + "' must be a path such as /live/events, with letters, digits and any of . _ ~ - between the slashes.");
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return (prefix.endsWith("/") ? prefix : prefix + "/") + Digests.hex(bytes);
    }

    /**
     * Prints a new path.
     *
     * @param args the prefix, or nothing
     */
    public static void main(String[] args) {
        PrintStream console = System.out;
        console.println(of(args.length == 0 ? "" : args[0], new SecureRandom()));
    }
}
