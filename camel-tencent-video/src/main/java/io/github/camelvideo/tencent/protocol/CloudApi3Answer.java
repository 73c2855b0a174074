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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.util.List;
import java.util.Set;

/**
 * The envelope of every answer: {@code {"Response": {…, "RequestId": "…"}}}, with an {@code Error} inside for a refused call.
 * The service answers HTTP status 200 for refused calls too, so only the envelope tells.
 */
final class CloudApi3Answer {

    private static final Set<List<String>> ENVELOPE = Set.of(
            List.of("Response"),
            List.of("Response", "RequestId"),
            List.of("Response", "Error"),
            List.of("Response", "Error", "Code"),
            List.of("Response", "Error", "Message"));

    private final ApiCall call;
    private final WireResponse answer;

    private CloudApi3Answer(ApiCall call, WireResponse answer) {
        this.call = call;
        this.answer = answer;
    }

    /** What a protocol keeps for {@link #read}. */
    static JsonContent content() {
        return new JsonContent((call, path) -> ENVELOPE.contains(path) || isResult(call, path));
    }

    private static boolean isResult(ApiCall call, List<String> path) {
        Field field = path.size() == 2 && path.get(0).equals("Response")
                ? call.action().answer().get(path.get(1))
                : null;
        return field != null && field.success() != null;
    }

    static ApiResponse read(ApiCall call, WireResponse answer, JsonContent content) {
        return new CloudApi3Answer(call, answer).read(content);
    }

    private ApiResponse read(JsonContent content) {
        if (!(content.read(call, answer).get("Response") instanceof ObjectNode response)) {
            throw unreadable("JSON without a Response");
        }
        JsonNode error = response.get("Error");
        if (error != null && !error.isNull()) {
            throw refusal(error, requestId(response));
        }
        if (answer.status() != 200) {
            throw unreadable("a Response that names no error");
        }
        String requestId = requestId(response);
        requireSuccess(response, requestId);
        response.remove("RequestId");
        return new ApiResponse(response, requestId);
    }

    /** Some actions report a failure without an Error, by the text of a field that the catalog names. */
    private void requireSuccess(ObjectNode response, String requestId) {
        for (Field field : call.action().answer().values()) {
            String result = response.path(field.name()).asText("");
            if (field.success() != null && !result.isEmpty() && !result.equals(field.success())) {
                ErrorCode code = new ErrorCode(
                        field.name(),
                        "The action reports a result other than " + field.success(),
                        ErrorCode.Kind.OTHER,
                        null);
                throw ApiException.of(call.name(), code, result, requestId, answer.status());
            }
        }
    }

    private ApiException refusal(JsonNode error, String requestId) {
        String code = error.path("Code").asText("");
        if (code.isEmpty()) {
            return unreadable("an Error without a Code");
        }
        return ApiException.of(
                call.name(), call.api().error(code), error.path("Message").asText(""), requestId, answer.status());
    }

    private static String requestId(ObjectNode response) {
        JsonNode requestId = response.get("RequestId");
        return requestId == null || requestId.isNull() ? null : requestId.asText();
    }

    private TransportException unreadable(String found) {
        return TransportException.unreadable(call, answer, found, null);
    }
}
