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

/** No readable answer came: connection, time-out, or content that is not the vendor's. */
public final class TransportException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** Whether the vendor may have carried the call out. */
    private final boolean sent;

    /**
     * @param call {@code api/Action}
     * @param problem what went wrong, in words
     * @param httpStatus HTTP status, or 0 when no answer came
     * @param sent whether the request may have reached the vendor
     */
    public TransportException(String call, String problem, int httpStatus, boolean sent, Throwable cause) {
        super(call, problem, httpStatus, cause);
        this.sent = sent;
    }

    /** Whether the request may have reached the vendor and been executed. */
    public boolean isSent() {
        return sent;
    }
}
