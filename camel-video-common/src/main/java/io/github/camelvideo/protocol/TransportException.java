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
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** No readable answer came: connection, time-out, or content that is not the vendor's. */
public final class TransportException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** Whether the vendor may have carried the call out. */
    private final boolean sent;

    private final ErrorCode.Kind kind;

    /**
     * @param call {@code api/Action}
     * @param problem what went wrong, in words
     * @param httpStatus HTTP status, or 0 when no answer came
     * @param sent whether the request may have reached the vendor
     */
    public TransportException(String call, String problem, int httpStatus, boolean sent, Throwable cause) {
        this(call, problem, httpStatus, sent, kind(httpStatus, cause), cause);
    }

    public TransportException(
            String call, String problem, int httpStatus, boolean sent, ErrorCode.Kind kind, Throwable cause) {
        super(call, problem, httpStatus, cause);
        this.sent = sent;
        this.kind = kind;
    }

    /**
     * What a protocol throws when it cannot read a response. The HTTP status decides whether the call may be sent again.
     *
     * @param call the call
     * @param response what came
     * @param problem what is wrong with it, such as {@code "content that is not JSON"}
     * @param cause the reader's exception, or null
     */
    public static TransportException unreadable(ApiCall call, WireResponse response, String problem, Throwable cause) {
        return new TransportException(
                call.name(), UnreadableResponse.describe(response, problem), response.status(), true, cause);
    }

    private static ErrorCode.Kind kind(int status, Throwable cause) {
        if (status == 429) {
            return ErrorCode.Kind.THROTTLED;
        }
        // a redirect, or a refusal by something in between: the same request meets the same. 408: it came in too slowly
        if (status >= 300 && status < 500 && status != 408) {
            return ErrorCode.Kind.OTHER;
        }
        return isDistrust(cause) ? ErrorCode.Kind.OTHER : ErrorCode.Kind.UNAVAILABLE;
    }

    /** Whether we do not trust the server's certificate, or it is another's. */
    private static boolean isDistrust(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the request may have reached the vendor and been executed. */
    public boolean isSent() {
        return sent;
    }

    @Override
    public ErrorCode.Kind getKind() {
        return kind;
    }

    @Override
    public boolean isNotExecuted() {
        return !sent || super.isNotExecuted();
    }
}
