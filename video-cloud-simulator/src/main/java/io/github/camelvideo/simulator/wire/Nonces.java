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
package io.github.camelvideo.simulator.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Nonces of some time past; older ones cannot come again, because their timestamp is refused. */
public final class Nonces {

    private final ConcurrentSkipListMap<Long, Set<String>> byTimestamp = new ConcurrentSkipListMap<>();

    private final long maxSkewSeconds;

    /** @param maxSkewSeconds how far a timestamp may be from the server's time */
    public Nonces(long maxSkewSeconds) {
        this.maxSkewSeconds = maxSkewSeconds;
    }

    /** Whether a sender uses a nonce for the first time with a timestamp; all times are Unix seconds. */
    public boolean isNew(String secretId, long timestamp, String nonce, long now) {
        byTimestamp.headMap(now - maxSkewSeconds).clear();
        return byTimestamp
                .computeIfAbsent(timestamp, time -> ConcurrentHashMap.newKeySet())
                .add(secretId + "/" + nonce);
    }

    /** Forgets all of them. */
    public void clear() {
        byTimestamp.clear();
    }
}
