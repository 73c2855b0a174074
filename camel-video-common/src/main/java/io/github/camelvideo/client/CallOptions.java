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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.protocol.ApiProtocol;
import java.time.Duration;
import java.util.Objects;

/**
 * How the calls of an endpoint are made. Immutable.
 *
 * @param protocol way on the wire
 * @param credentials whose calls they are
 * @param target where they go
 * @param maxRetries attempts after the first one
 * @param callTimeout time for one call with all its attempts and waits
 * @param rateLimit calls per second, 0 for no limit, or null for what the catalog says of the action
 * @param maxAnswerSize maximum size of a response in bytes, after decompression. Files are not limited
 * @param wireLog whether requests and answers are written to the log, with secrets masked
 */
public record CallOptions(
        ApiProtocol protocol,
        AsyncCredentials credentials,
        BaseUrl target,
        int maxRetries,
        Duration callTimeout,
        Integer rateLimit,
        int maxAnswerSize,
        boolean wireLog) {

    /** One byte more is read to find out that an answer is too large, and no array can be longer than this. */
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    public CallOptions {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(target, "target");
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries=" + maxRetries + ": must be at least 0.");
        }
        if (callTimeout.isZero() || callTimeout.isNegative() || callTimeout.toDays() > 1) {
            throw new IllegalArgumentException(
                    "callTimeout=" + callTimeout + ": must be more than 0 and at most one day.");
        }
        if (rateLimit != null && (rateLimit < 0 || rateLimit > 10_000)) {
            throw new IllegalArgumentException(
                    "rateLimit=" + rateLimit + ": must be from 1 to 10000 calls per second, or 0 for no limit.");
        }
        if (maxAnswerSize < 1 || maxAnswerSize >= LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "maxAnswerSize=" + maxAnswerSize + ": must be between 1 and " + (LARGEST_ARRAY - 1) + " bytes.");
        }
    }

    /** Calls per second that apply to an action, 0 for no limit. */
    public int rate(Action action) {
        if (rateLimit != null) {
            return rateLimit;
        }
        Integer documented = action.rateLimit();
        return documented == null ? 0 : documented;
    }
}
