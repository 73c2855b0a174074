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
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.Envelope;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * The envelope of {@code common_access}: {@code {"ret": 0, "message": "", "output": {…}}}. Mix calls answer {@code code} instead of
 * {@code ret}, and their data lies beside it. It carries no request id.
 *
 * <p>Some refusals are known by their text or by the HTTP status only; the catalog lists those as codes.
 */
final class CommonAccessAnswer {

    private static final List<String> CODES = List.of("ret", "retcode", "code");
    private static final List<String> MESSAGES = List.of("message", "errmsg");
    private static final String OUTPUT = "output";

    private final ApiCall call;
    private final WireResponse answer;

    private CommonAccessAnswer(ApiCall call, WireResponse answer) {
        this.call = call;
        this.answer = answer;
    }

    /** What a protocol keeps for {@link #read}. */
    static JsonContent content() {
        return new JsonContent(Envelope.of(Stream.of(CODES, MESSAGES, List.of(OUTPUT))
                .flatMap(List::stream)
                .toList()));
    }

    static ApiResponse read(ApiCall call, WireResponse answer, JsonContent content) {
        return new CommonAccessAnswer(call, answer).read(content);
    }

    private ApiResponse read(JsonContent content) {
        ObjectNode data = data(content);
        EnvelopeStatus status = EnvelopeStatus.takeFrom(data, CODES, MESSAGES);
        if (status == null) {
            throw byHttpStatus(TransportException.unreadable(call, answer, "JSON without ret or code", null));
        }
        if (!status.isSuccess()) {
            throw refusal(status);
        }
        if (answer.status() != 200) {
            throw byHttpStatus(TransportException.unreadable(call, answer, "a success by its code", null));
        }
        return new ApiResponse(data.has(OUTPUT) ? output(data.get(OUTPUT)) : data, null);
    }

    private ObjectNode data(JsonContent content) {
        try {
            return content.read(call, answer);
        } catch (TransportException unreadable) {
            throw byHttpStatus(unreadable);
        }
    }

    /** The document's tables call it an array and describe one object; one that has nothing to say is empty. */
    private static JsonNode output(JsonNode output) {
        if (output.isArray() && output.size() == 1 && output.get(0).isObject()) {
            return output.get(0);
        }
        return output.isEmpty() && output.asText().isEmpty() || output.isNull() ? ExactJson.object() : output;
    }

    private ApiException refusal(EnvelopeStatus status) {
        boolean known = call.api().errors().containsKey(status.message());
        String code = known ? status.message() : status.code();
        String message = known ? status.message() + " (ret=" + status.code() + ")" : status.message();
        return ApiException.of(call.name(), call.api().error(code), message, null, answer.status());
    }

    /** The HTTP status may say what the content does not. */
    private ApiException byHttpStatus(TransportException unreadable) {
        ErrorCode byStatus = call.api().errors().get(Integer.toString(answer.status()));
        return byStatus == null
                ? unreadable
                : ApiException.of(call.name(), byStatus, unreadable.getVendorMessage(), null, answer.status());
    }
}
