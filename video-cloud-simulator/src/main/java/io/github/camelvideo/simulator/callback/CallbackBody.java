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
package io.github.camelvideo.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.simulator.wire.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The body of a request.
 *
 * @param check how it is signed, or null
 * @param key key of the signature; null or empty for none
 * @param faults what goes wrong
 * @param seed source of how the body is damaged
 */
record CallbackBody(CallbackSpec.Check check, String key, Set<CallbackFault> faults, long seed) {

    /** How long a request counts, as the vendor's documents say. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    /** The body of a request that is sent, or would have been sent, at a moment. */
    String text(ObjectNode fields, Instant moment) {
        ObjectNode body = fields.deepCopy();
        if (check != null && key != null && !key.isEmpty()) {
            boolean isExpired = faults.contains(CallbackFault.EXPIRED);
            long expiry =
                    moment.plus(isExpired ? Duration.ofSeconds(-1) : VALIDITY).getEpochSecond();
            String signingKey = faults.contains(CallbackFault.WRONG_KEY) ? "not-" + key : key;
            body.put(check.expiry(), expiry);
            body.put(check.sign(), Hashes.md5Hex(signingKey + expiry));
        }
        String text = body.toString();
        return faults.contains(CallbackFault.MUTATED_BODY) ? damaged(text) : text;
    }

    private String damaged(String text) {
        SplittableRandom random = new SplittableRandom(seed);
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
            return text.substring(0, at);
        }
        char other = (char) ('!' + (text.charAt(at) - '!' + 1 + random.nextInt(90)) % 94);
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "CallbackBody" + faults;
    }
}
