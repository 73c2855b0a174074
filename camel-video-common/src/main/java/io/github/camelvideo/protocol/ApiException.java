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
import java.util.function.UnaryOperator;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * A call that was sent and did not succeed. Where the vendor explained itself, {@link #getCode()} says why; where no readable answer
 * came, it is a {@link TransportException}.
 *
 * <p>Selectable in a route: {@code onException(ApiException.class).onWhen(simple("${exception.retryable}"))}. It is thrown after the
 * client's own attempts; {@link #getAttempts()} says how many there were.
 */
public class ApiException extends RuntimeCamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final ErrorCode error;
    private String vendorMessage;
    private final String requestId;
    private int httpResponseCode;
    private String httpResponseStatus;
    private int attempts = 1;

    /**
     * A refusal by the vendor.
     *
     * @param call {@code api/Action}
     * @param error what the catalog knows of the vendor's code
     * @param vendorMessage the vendor's text
     * @param requestId the vendor's id of the request, or null
     * @param httpStatus HTTP status of the answer
     */
    public ApiException(String call, ErrorCode error, String vendorMessage, String requestId, int httpStatus) {
        super(null, null);
        this.call = call;
        this.error = error;
        this.vendorMessage = vendorMessage;
        this.requestId = requestId;
        this.httpResponseCode = httpStatus;
    }

    /** For calls without a readable answer. */
    public ApiException(String call, String problem, int httpStatus, Throwable cause) {
        super(null, cause);
        this.call = call;
        this.error = null;
        this.vendorMessage = problem;
        this.requestId = null;
        this.httpResponseCode = httpStatus;
    }

    /** The exception of the family that fits the kind of the error. */
    public static ApiException of(
            String call, ErrorCode error, String vendorMessage, String requestId, int httpStatus) {
        return switch (error.kind()) {
            case THROTTLED -> new ThrottledException(call, error, vendorMessage, requestId, httpStatus, null);
            case CREDENTIALS, CLOCK ->
                new CredentialsRefusedException(call, error, vendorMessage, requestId, httpStatus);
            default -> new ApiException(call, error, vendorMessage, requestId, httpStatus);
        };
    }

    /**
     * A refusal that asks for patience, which makes it throttling whatever the catalog says of its code.
     *
     * @param retryAfter how long the vendor asks to wait; the client waits so long before the next attempt
     */
    public static ThrottledException throttled(
            String call, ErrorCode error, String vendorMessage, String requestId, int httpStatus, Duration retryAfter) {
        ErrorCode throttled = error.kind() == ErrorCode.Kind.THROTTLED
                ? error
                : new ErrorCode(
                        error.code(),
                        error.meaning(),
                        ErrorCode.Kind.THROTTLED,
                        "The vendor said how long to wait before the next attempt");
        return new ThrottledException(call, throttled, vendorMessage, requestId, httpStatus, retryAfter);
    }

    /** The vendor's error code, as it spells it, such as {@code ResourceNotFound.DeviceNotExist}; null if no readable answer came. */
    public String getCode() {
        return error == null ? null : error.code();
    }

    /** The catalog's meaning of the code, in English; null if the code is not listed or no readable answer came. */
    public String getMeaning() {
        return error == null ? null : error.meaning();
    }

    /**
     * The kind of the failure, from which retries follow. Never null: {@link ErrorCode.Kind#OTHER} for a code that the catalog does not
     * list.
     */
    public ErrorCode.Kind getKind() {
        return error == null ? ErrorCode.Kind.UNAVAILABLE : error.kind();
    }

    /**
     * The vendor's own text, in the language the vendor chose, with secrets masked; null if the vendor sent none. If no readable answer
     * came, a description of the fault in English.
     */
    public String getVendorMessage() {
        return vendorMessage;
    }

    /** The vendor's ID of the request, for its support; null if no answer came or it has none. */
    public String getRequestId() {
        return requestId;
    }

    /** The call as {@code api/Action}, such as {@code live/ForbidLiveStream}; never null. */
    public String getCall() {
        return call;
    }

    /** Number of times the call was sent, the client's own retries included; 0 if it failed before the first attempt. */
    public int getAttempts() {
        return attempts;
    }

    /** Replaces what must not be shown in the vendor's text. For the client, before anybody else sees the exception. */
    public void redact(UnaryOperator<String> redaction) {
        if (vendorMessage != null) {
            vendorMessage = redaction.apply(vendorMessage);
        }
    }

    /** For the client, after its last attempt. */
    public void setAttempts(int attempts) {
        this.attempts = attempts;
    }

    /** Whether sending the same call again later may succeed. Says nothing about whether a change was already made. */
    public boolean isRetryable() {
        return switch (getKind()) {
            case THROTTLED, UNAVAILABLE -> true;
            // a code we do not know, but a status that says enough
            case OTHER -> error != null && (httpResponseCode >= 500 || httpResponseCode == 429);
            default -> false;
        };
    }

    /** Whether the vendor has certainly not carried the call out, so that even a change may be sent again. */
    public boolean isNotExecuted() {
        return switch (getKind()) {
            case THROTTLED, CLOCK, CREDENTIALS -> true;
            default -> httpResponseCode == 429;
        };
    }

    /** All of the above in one line; never null. */
    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder(call).append(": ");
        if (error == null) {
            text.append(vendorMessage);
        } else {
            text.append("refused by the vendor, code=").append(error.code());
            if (error.meaning() != null) {
                text.append(" (").append(error.meaning()).append(")");
            }
            text.append(", message=").append(vendorMessage);
        }
        text.append(", httpStatus=").append(httpResponseCode);
        if (getRequestId() != null) {
            text.append(", requestId=").append(getRequestId());
        }
        return text.append(", attempts=")
                .append(attempts)
                .append(", retryable=")
                .append(isRetryable())
                .toString();
    }

    /** HTTP status of the last answer, such as 429; 0 if no answer came. Vendors refuse with 200, too. */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        this.httpResponseCode = httpResponseCode;
    }

    /** Always null unless a route sets it: the vendors' reason phrases say nothing. {@link HttpResponseAware} asks for it. */
    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String httpResponseStatus) {
        this.httpResponseStatus = httpResponseStatus;
    }
}
