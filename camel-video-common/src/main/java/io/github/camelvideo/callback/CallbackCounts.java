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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What came of the requests since the start. May be read at any time by any thread. */
public final class CallbackCounts {

    private final LongAdder received = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final Map<Refusal, LongAdder> refused;

    CallbackCounts() {
        Map<Refusal, LongAdder> byReason = new EnumMap<>(Refusal.class);
        for (Refusal refusal : Refusal.values()) {
            byReason.put(refusal, new LongAdder());
        }
        this.refused = Collections.unmodifiableMap(byReason);
    }

    void countReceived() {
        received.increment();
    }

    void countAccepted() {
        accepted.increment();
    }

    void countLate() {
        late.increment();
    }

    void countUnknown() {
        unknown.increment();
    }

    void count(Refusal refusal) {
        refused.get(refusal).increment();
    }

    /** Requests. */
    public long received() {
        return received.sum();
    }

    /** Requests that were answered with 200. */
    public long accepted() {
        return accepted.sum();
    }

    /** Requests that were signed correctly, and whose signature had expired. */
    public long late() {
        return late.sum();
    }

    /** Requests of a type that the catalog does not have. */
    public long unknown() {
        return unknown.sum();
    }

    /** Requests that were not taken. */
    public long refused() {
        long all = 0;
        for (Refusal refusal : Refusal.values()) {
            all += refused(refusal);
        }
        return all;
    }

    /** Refused for that reason. */
    public long refused(Refusal refusal) {
        return refused.get(refusal).sum();
    }
}
