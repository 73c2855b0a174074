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
package io.github.camelvideo.aliyun.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.DeclaredShape;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The two envelopes of an answer. The gateway refuses with an HTTP status of 400 or more and {@code {"RequestId", "Code",
 * "Message"}}; what is behind it answers {@code {"RequestId", "Success", "Code", "ErrorMessage", "Data"}} with status 200, where
 * {@code Success} decides, or in its absence {@code Code}. Some actions are shown to wrap theirs in {@code <Action>Response}.
 *
 * <p>What is neither envelope nor {@code Data} belongs to the data: the vendor's own examples put the numbers of a page beside it.
 */
final class RpcAnswer {

    private static final String OK = "200";
    private static final String WRAPPER = "Response";
    private static final String DATA = "Data";
    private static final String SUCCESS = "Success";
    private static final String REQUEST_ID = "RequestId";
    private static final String CODE = "Code";
    private static final List<String> MESSAGES = List.of("ErrorMessage", "Message");
    private static final List<String> ENVELOPE =
            List.of(REQUEST_ID, SUCCESS, CODE, DATA, "ErrorMessage", "Message", "HostId", "Recommend");

    /** The gateway sends it with refusals for coming too often, whatever code they have. */
    private static final String RETRY_AFTER = "x-acs-retry-after";

    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,12}");

    private static final ErrorCode WITHOUT_CODE =
            new ErrorCode("Success=false", "The action failed and names no code", ErrorCode.Kind.OTHER, null);

    private RpcAnswer() {}

    /** What a protocol keeps for {@link #read}. */
    static JsonContent content() {
        return new JsonContent(RpcAnswer::isEnvelope);
    }

    private static boolean isEnvelope(ApiCall call, List<String> path) {
        String name = path.get(path.size() - 1);
        return path.size() == 1
                ? ENVELOPE.contains(name) || name.endsWith(WRAPPER)
                : path.size() == 2 && path.get(0).endsWith(WRAPPER) && ENVELOPE.contains(name);
    }

    static ApiResponse read(ApiCall call, WireResponse answer, JsonContent reader) {
        ObjectNode content = unwrapped(reader.read(call, answer));
        String requestId = JsonContent.text(content, REQUEST_ID);
        ErrorCode error = error(call, answer.status(), content);
        if (error != null) {
            String message = message(content);
            throw refusal(call, answer, error.refinedBy(message), message, requestId);
        }
        if (answer.status() != 200) {
            throw TransportException.unreadable(call, answer, "an envelope that names no error", null);
        }
        if (requestId == null && !content.has(SUCCESS)) {
            throw TransportException.unreadable(call, answer, "JSON without RequestId and Success", null);
        }
        return new ApiResponse(data(call, content), requestId);
    }

    private static ApiException refusal(
            ApiCall call, WireResponse answer, ErrorCode error, String message, String requestId) {
        Duration retryAfter = retryAfter(answer);
        return retryAfter == null
                ? ApiException.of(call.name(), error, message, requestId, answer.status())
                : ApiException.throttled(call.name(), error, message, requestId, answer.status(), retryAfter);
    }

    /** Milliseconds; what is not a positive number counts as absent. */
    private static Duration retryAfter(WireResponse answer) {
        String header = answer.header(RETRY_AFTER);
        if (header == null || !MILLISECONDS.matcher(header.strip()).matches()) {
            return null;
        }
        long milliseconds = Long.parseLong(header.strip());
        return milliseconds == 0 ? null : Duration.ofMillis(milliseconds);
    }

    private static ObjectNode unwrapped(ObjectNode content) {
        if (content.size() != 1) {
            return content;
        }
        Map.Entry<String, JsonNode> only = content.properties().iterator().next();
        return only.getKey().endsWith(WRAPPER) && only.getValue() instanceof ObjectNode inner ? inner : content;
    }

    /** Null for a success. */
    private static ErrorCode error(ApiCall call, int status, ObjectNode content) {
        String success = JsonContent.text(content, SUCCESS);
        String code = JsonContent.text(content, CODE);
        boolean refused = code != null && !code.equals(OK);
        if ("false".equalsIgnoreCase(success)) {
            return refused ? call.api().error(code) : WITHOUT_CODE;
        }
        return refused && (success == null || status != 200) ? call.api().error(code) : null;
    }

    private static String message(ObjectNode content) {
        return MESSAGES.stream()
                .map(name -> JsonContent.text(content, name))
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    private static JsonNode data(ApiCall call, ObjectNode content) {
        JsonNode data = content.get(DATA);
        ObjectNode beside = ExactJson.object();
        content.properties().stream()
                .filter(field -> !ENVELOPE.contains(field.getKey()))
                .forEach(field -> beside.set(field.getKey(), field.getValue()));
        if (data == null && !beside.isEmpty()) {
            return beside;
        }
        if (data instanceof ObjectNode object) {
            beside.properties().stream()
                    .filter(field -> !object.has(field.getKey()))
                    .forEach(field -> object.set(field.getKey(), field.getValue()));
        }
        return data == null
                ? NullNode.getInstance()
                : new DeclaredShape(call.api()).of(call.action().answer().get(DATA), data);
    }
}
