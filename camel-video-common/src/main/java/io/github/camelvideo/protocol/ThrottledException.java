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
package io.github.camelvideo.protocol;

import io.github.camelvideo.catalog.ErrorCode;
import java.time.Duration;

/** The vendor refused a call, unexecuted, because too many came. */
public final class ThrottledException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    ThrottledException(
            String call, ErrorCode error, String vendorMessage, String requestId, int httpStatus, Duration retryAfter) {
        super(call, error, vendorMessage, requestId, httpStatus);
        this.retryAfter = retryAfter;
    }

    /** How long the vendor asks to wait, in a way that is its own; null where it does not. HTTP's {@code Retry-After} is not this. */
    public Duration getRetryAfter() {
        return retryAfter;
    }
}
