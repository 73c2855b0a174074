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
package io.github.camelvideo.tencent.protocol;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.HmacKey;
import io.github.camelvideo.protocol.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signing keys derived from secrets, the latest ones kept: they stay the same for a day, a service and a secret.
 *
 * <p>Used by any thread. Keeps a bounded number of keys, so that temporary credentials may come and go, by the hash of the secret.
 */
final class Tc3Keys {

    static final int CAPACITY = 64;

    private final Map<Key, HmacKey> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, HmacKey> eldest) {
            return size() > CAPACITY;
        }
    };

    /** A secret may change under the same id, so its hash belongs to the key. */
    private record Key(String id, String secretHash, Tc3Scope scope) {

        @Override
        public String toString() {
            return "Key[" + scope.text() + "]";
        }
    }

    /** Of the latest call: most calls are made with the same credentials, and need no hash of the secret. */
    private record Last(Credentials credentials, Tc3Scope scope, HmacKey key) {

        @Override
        public String toString() {
            return "Last[" + scope.text() + "]";
        }
    }

    private volatile Last last;

    /** The key to sign with in a scope. */
    HmacKey signingKey(Credentials credentials, Tc3Scope scope) {
        Last before = last;
        if (before != null && before.credentials == credentials && before.scope.equals(scope)) {
            return before.key;
        }
        HmacKey key = keptOrDerived(credentials, scope);
        last = new Last(credentials, scope, key);
        return key;
    }

    private HmacKey keptOrDerived(Credentials credentials, Tc3Scope scope) {
        Key key = new Key(credentials.id(), Digests.sha256Hex(Digests.utf8(credentials.secret())), scope);
        synchronized (latest) {
            HmacKey known = latest.get(key);
            if (known != null) {
                return known;
            }
        }
        HmacKey derived = new HmacKey(
                Digests.HMAC_SHA256, Derivation.of(credentials.secret(), scope).signing());
        synchronized (latest) {
            latest.put(key, derived);
        }
        return derived;
    }

    int size() {
        synchronized (latest) {
            return latest.size();
        }
    }

    /** The three steps from a secret to the key of a day and a service. */
    record Derivation(byte[] date, byte[] service, byte[] signing) {

        static Derivation of(String secret, Tc3Scope scope) {
            byte[] date = Digests.hmac(
                    Digests.HMAC_SHA256,
                    Digests.utf8("TC3" + secret),
                    scope.day().toString());
            byte[] service = Digests.hmac(Digests.HMAC_SHA256, date, scope.service());
            return new Derivation(date, service, Digests.hmac(Digests.HMAC_SHA256, service, Tc3Scope.TERMINATOR));
        }

        @Override
        public String toString() {
            return "Derivation[]";
        }
    }
}
