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
package io.github.camelvideo.json;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that computes many message authentication codes: what depends on the key alone is done once. Thread-safe. */
public final class HmacKey {

    private final String algorithm;
    private final byte[] key;

    /** Never updated, so that any thread may copy it. */
    private final Mac keyed;

    /** One that no thread uses at the moment, or null: mostly there is no need for a copy. */
    private final AtomicReference<Mac> spare = new AtomicReference<>();

    /**
     * @param algorithm such as {@link Digests#HMAC_SHA256}
     * @param key not copied and not to be changed
     */
    public HmacKey(String algorithm, byte[] key) {
        this.algorithm = algorithm;
        this.key = key;
        this.keyed = create();
    }

    private Mac create() {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot compute " + algorithm, e);
        }
    }

    /** The code of a text in UTF-8. */
    public byte[] code(String text) {
        Mac kept = spare.getAndSet(null);
        Mac mac = kept == null ? copy() : kept;
        byte[] code = mac.doFinal(Digests.utf8(text));
        // as it was after its initialization
        spare.set(mac);
        return code;
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // a provider other than Java's own
            return create();
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return algorithm;
    }
}
