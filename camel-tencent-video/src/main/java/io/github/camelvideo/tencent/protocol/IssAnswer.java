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
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Envelope;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.util.List;
import java.util.Map;

/**
 * The envelope of the REST protocol: {@code {"RequestId", CODE, STATUS_CODE, MESSAGE, "Data"}}. Most refusals come with HTTP
 * status 200, and the vendor's own example of one has {@code Code} 0, so that {@code StatusCode} decides; a {@code Code} other than
 * 0 is a failure too.
 *
 * <p>{@code Data} is handed out as it came. Where there is nothing, the vendor sends null, an empty text, an empty object or an
 * empty list, whatever it declares.
 */
final class IssAnswer {

    private static final String OK = "200";
    private static final String DATA = "Data";
    private static final String REQUEST_ID = "RequestId";
    private static final String STATUS_CODE = "StatusCode";
    private static final String CODE = "Code";
    private static final String MESSAGE = "Message";

    private final ApiCall call;
    private final WireResponse answer;

    private IssAnswer(ApiCall call, WireResponse answer) {
        this.call = call;
        this.answer = answer;
    }

    /** What a protocol keeps for {@link #read}. */
    static JsonContent content() {
        return new JsonContent(Envelope.of(List.of(REQUEST_ID, STATUS_CODE, CODE, MESSAGE, DATA)));
    }

    static ApiResponse read(ApiCall call, WireResponse answer, JsonContent content) {
        return new IssAnswer(call, answer).read(content);
    }

    private ApiResponse read(JsonContent reader) {
        if (answer.file() != null) {
            return ApiResponse.of(answer.file(), header());
        }
        ObjectNode content = reader.read(call, answer);
        String code = code(content);
        if (code == null) {
            return bare(content);
        }
        String requestId = JsonContent.text(content, REQUEST_ID);
        if (requestId == null) {
            requestId = header();
        }
        if (!code.equals(OK)) {
            String message = content.path(MESSAGE).asText("");
            throw ApiException.of(call.name(), call.api().error(code), message, requestId, answer.status());
        }
        if (answer.status() != 200) {
            throw unreadable("an envelope that names no error");
        }
        JsonNode data = content.get(DATA);
        return new ApiResponse(data == null ? NullNode.getInstance() : data, requestId);
    }

    /** What decides: 200 for success, otherwise why not; null without an envelope. */
    private static String code(ObjectNode content) {
        String statusCode = JsonContent.text(content, STATUS_CODE);
        String code = JsonContent.text(content, CODE);
        boolean failed = code != null && !code.equals("0");
        if (statusCode != null && !statusCode.equals(OK)) {
            return statusCode;
        }
        if (failed && (statusCode != null || content.has(MESSAGE))) {
            return code;
        }
        // the table of one action does without StatusCode
        return statusCode != null || content.has(DATA) ? OK : null;
    }

    /** One action is shown to answer without envelope: then the content has the fields declared for the data. */
    private ApiResponse bare(ObjectNode content) {
        Field data = call.action().answer().get(DATA);
        boolean struct = data != null && data.type().struct() != null;
        Map<String, Field> fields = struct ? call.api().type(data.type().struct()) : Map.of();
        boolean declared = content.properties().stream().anyMatch(field -> fields.containsKey(field.getKey()));
        if (answer.status() != 200 || !declared) {
            throw unreadable("JSON without a StatusCode");
        }
        return new ApiResponse(content, header());
    }

    private String header() {
        String requestId = answer.header(REQUEST_ID);
        return requestId == null || requestId.isEmpty() ? null : requestId;
    }

    private ApiException unreadable(String found) {
        return TransportException.unreadable(call, answer, found, null);
    }
}
