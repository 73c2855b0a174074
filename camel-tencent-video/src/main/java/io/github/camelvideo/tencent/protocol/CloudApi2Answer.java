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
package io.github.camelvideo.tencent.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Envelope;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The envelope of API 2.0: {@code {"code": 0, "message": "", …}}, the data beside the code. It carries no request id. */
final class CloudApi2Answer {

    private static final List<String> CODES = List.of("code");
    private static final List<String> MESSAGES = List.of("message", "codeDesc");

    /** The access layer passed the call on, and the service behind it refused: its own code begins the message. */
    private static final String REFUSED_BEHIND = "5100";

    private static final Pattern INNER = Pattern.compile("\\s*(\\d+)\\s*[:\\uFF1A]\\s*(.*)", Pattern.DOTALL);

    private CloudApi2Answer() {}

    /** What a protocol keeps for {@link #read}. */
    static JsonContent content() {
        return new JsonContent(
                Envelope.of(Stream.of(CODES, MESSAGES).flatMap(List::stream).toList()));
    }

    static ApiResponse read(ApiCall call, WireResponse answer, JsonContent content) {
        ObjectNode data = content.read(call, answer);
        EnvelopeStatus status = EnvelopeStatus.takeFrom(data, CODES, MESSAGES);
        if (status == null) {
            throw TransportException.unreadable(call, answer, "JSON without a code", null);
        }
        if (!status.isSuccess()) {
            throw refusal(call, answer, status);
        }
        if (answer.status() != 200) {
            throw TransportException.unreadable(call, answer, "a success by its code", null);
        }
        return new ApiResponse(data, null);
    }

    private static ApiException refusal(ApiCall call, WireResponse answer, EnvelopeStatus status) {
        Matcher inner = INNER.matcher(status.message());
        boolean nested = status.code().equals(REFUSED_BEHIND) && inner.matches();
        String code = nested ? inner.group(1) : status.code();
        String message = nested ? inner.group(2) + " (code=" + status.code() + ")" : status.message();
        return ApiException.of(call.name(), call.api().error(code), message, null, answer.status());
    }
}
