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
package io.github.camelvideo.simulator.aliyun;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nonces of some time past. One counts as used whatever its timestamp was; it is forgotten when no request that it came
 * with can be in time any more.
 */
final class UsedNonces {

    private final long keptSeconds;

    // guarded by this; in the order in which they came, with the second in which they came
    private final Map<String, Long> nonces = new LinkedHashMap<>();

    UsedNonces(long keptSeconds) {
        this.keptSeconds = keptSeconds;
    }

    /** Whether a key uses a nonce for the first time. */
    synchronized boolean isNew(String accessKeyId, String nonce, long now) {
        var oldest = nonces.values().iterator();
        while (oldest.hasNext() && oldest.next() < now - keptSeconds) {
            oldest.remove();
        }
        return nonces.putIfAbsent(accessKeyId + "/" + nonce, now) == null;
    }

    synchronized void clear() {
        nonces.clear();
    }
}
