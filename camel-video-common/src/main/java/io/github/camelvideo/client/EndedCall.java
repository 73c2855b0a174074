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
package io.github.camelvideo.client;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.camel.util.StringHelper;

/**
 * What is to be said of a call when it is over. Has no parameter and no content.
 *
 * @param call what was called
 * @param at when it ended, by the clock of this machine
 * @param outcome how it ended
 * @param failure why, or null after success
 * @param requestId the vendor's id of the last answer, or null when there was none
 * @param attempts requests that were sent
 * @param throttled how many of them the vendor refused for coming too often
 * @param waited time spent waiting for permits of the rate limit and for a free connection
 * @param duration time from the beginning to the end, with all attempts and waits
 */
public record EndedCall(
        ApiCall call,
        Instant at,
        Outcome outcome,
        Throwable failure,
        String requestId,
        int attempts,
        int throttled,
        Duration waited,
        Duration duration) {

    private static final String OTHER = "other";

    /** How a call ended. */
    public enum Outcome {
        SUCCESS,
        /** The vendor refused it for coming too often, also the last time. */
        THROTTLED,
        /** The vendor refused it. */
        REFUSED,
        /** There was no answer, or none that could be read. */
        FAILED,
        /** It could not be sent as it is, or nothing signs it. */
        INVALID,
        /** Whoever began it did not want it any more. */
        CANCELLED;

        static Outcome of(Throwable failure) {
            if (failure == null) {
                return SUCCESS;
            }
            if (failure instanceof CancellationException) {
                return CANCELLED;
            }
            if (failure instanceof ThrottledException) {
                return THROTTLED;
            }
            if (failure instanceof TransportException) {
                return FAILED;
            }
            return failure instanceof ApiException refusal && refusal.getCode() != null ? REFUSED : INVALID;
        }
    }

    /** The vendor's code, or null when there was none. It may be any text. */
    public String code() {
        return failure instanceof ApiException refusal ? refusal.getCode() : null;
    }

    /**
     * The vendor's code as a label of metrics: one of those that the catalog lists or the nearest listed parent of a dotted one,
     * {@code other} for another one, and the empty text without one. So a vendor cannot make more labels than there are codes.
     */
    public String listedCode() {
        String code = code();
        if (code == null) {
            return "";
        }
        Map<String, ErrorCode> listed = call.api().errors();
        String candidate = code;
        while (candidate != null && !listed.containsKey(candidate)) {
            candidate = StringHelper.beforeLast(candidate, ".");
        }
        return candidate == null ? OTHER : candidate;
    }
}
