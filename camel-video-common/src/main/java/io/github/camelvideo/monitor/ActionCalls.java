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
package io.github.camelvideo.monitor;

import io.github.camelvideo.client.EndedCall;
import io.github.camelvideo.client.EndedCall.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts the calls of one action of one API. For any thread: one lock, held for a few additions. */
final class ActionCalls {

    private final String api;
    private final String action;
    private final Map<Outcome, Long> ended = new EnumMap<>(Outcome.class);
    private long running;
    private long attempts;
    private long throttled;
    private Duration waited = Duration.ZERO;
    private Duration duration = Duration.ZERO;
    private String lastRequestId;
    private LastError lastError;

    /**
     * The latest call that failed.
     *
     * @param at when it ended
     * @param code the vendor's code, or null
     * @param requestId the vendor's id, or null
     * @param message what went wrong, without secrets
     */
    record LastError(Instant at, String code, String requestId, String message) {}

    /**
     * Numbers since the start of the context.
     *
     * @param running calls that have begun and not ended
     * @param ended numbers of calls by their outcome
     * @param attempts requests that were sent
     * @param throttled requests that the vendor refused for coming too often
     * @param waited time that calls waited for permits and connections
     * @param duration time that all calls took together
     * @param lastRequestId the vendor's id of the latest answer, or null
     * @param lastError the latest failure, or null
     */
    record Counts(
            String api,
            String action,
            long running,
            Map<Outcome, Long> ended,
            long attempts,
            long throttled,
            Duration waited,
            Duration duration,
            String lastRequestId,
            LastError lastError) {

        long all() {
            return ended.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    ActionCalls(String api, String action) {
        this.api = api;
        this.action = action;
    }

    synchronized void begun() {
        running++;
    }

    synchronized void ended(EndedCall call) {
        running--;
        ended.merge(call.outcome(), 1L, Long::sum);
        attempts += call.attempts();
        throttled += call.throttled();
        waited = waited.plus(call.waited());
        duration = duration.plus(call.duration());
        if (call.requestId() != null) {
            lastRequestId = call.requestId();
        }
        if (call.failure() != null && call.outcome() != Outcome.CANCELLED) {
            lastError = new LastError(
                    call.at(), call.code(), call.requestId(), call.failure().getMessage());
        }
    }

    synchronized Counts counts() {
        Map<Outcome, Long> numbers = ended.isEmpty() ? Map.of() : new EnumMap<>(ended);
        return new Counts(
                api, action, running, numbers, attempts, throttled, waited, duration, lastRequestId, lastError);
    }
}
