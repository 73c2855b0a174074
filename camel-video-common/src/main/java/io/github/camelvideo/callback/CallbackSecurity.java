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

import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;

/**
 * Which requests are taken for callbacks of the vendor.
 *
 * @param keys keys that the vendor may sign with: one, or two while one replaces the other; empty where callbacks are unsigned
 * @param allowUnsigned whether callbacks without a signature are accepted; only without keys
 * @param allowFrom addresses that callbacks may come from, as {@link AllowedAddresses} reads them, or null for any
 * @param maxBody size of the largest body, in bytes
 */
public record CallbackSecurity(List<String> keys, boolean allowUnsigned, String allowFrom, int maxBody) {

    private static final int MOST_KEYS = 2;

    public CallbackSecurity {
        keys = List.copyOf(keys);
    }

    /**
     * Checks what could never work, or would be less safe than it looks.
     *
     * @param name how messages name the endpoint
     * @throws InvalidRequestException when the options do not fit together, or not to the API
     */
    void check(String name, CallbackSpec spec) {
        check(maxBody >= 1, name, "callbackMaxBody=" + maxBody + ": must be at least 1.");
        check(
                keys.size() <= MOST_KEYS && keys.stream().noneMatch(String::isBlank),
                name,
                "callbackKey must be one key, or two keys separated by a comma.");
        if (spec.check() == null) {
            check(
                    keys.isEmpty(),
                    name,
                    "callbackKey is set, but the vendor does not sign the callbacks of this API. Remove callbackKey, and set"
                            + " allowUnsigned=true.");
            check(
                    allowUnsigned,
                    name,
                    "the vendor does not sign the callbacks of this API, so anyone who knows the address can send events. Set"
                            + " allowUnsigned=true to accept that. Use a path that cannot be guessed, and allowFrom where you"
                            + " know the addresses.");
            return;
        }
        check(
                !keys.isEmpty() || allowUnsigned,
                name,
                "callbackKey is missing. Set the key that the vendor signs callbacks with, or allowUnsigned=true to accept"
                        + " callbacks from anyone who knows the address.");
        check(
                keys.isEmpty() || !allowUnsigned,
                name,
                "callbackKey and allowUnsigned=true cannot be used together: the key would protect nothing. Remove one of them.");
    }

    private static void check(boolean right, String name, String problem) {
        if (!right) {
            throw new InvalidRequestException(name + ": " + problem);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "CallbackSecurity[keys=" + keys.size() + ", allowUnsigned=" + allowUnsigned + ", allowFrom=" + allowFrom
                + ", maxBody=" + maxBody + "]";
    }
}
