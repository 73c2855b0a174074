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
package io.github.camelvideo.simulator.wire.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.wire.FormRequest;
import io.github.camelvideo.simulator.wire.RequestIds;
import java.util.Locale;
import java.util.Set;

/** What the vendor puts around answers and refusals. */
final class RpcEnvelope {

    /** Their tables say that the code is a number; everywhere else it is a text. */
    private static final Set<String> CODE_IS_A_NUMBER =
            Set.of("QueryDeviceRecordLifeCycle", "QueryDeviceEventRecord", "QueryDeviceEventPicture");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RequestIds ids;

    RpcEnvelope(RequestIds ids) {
        this.ids = ids;
    }

    /** A good answer. */
    Reply of(String action, ObjectNode answer) {
        return reply(200, business(action, "200", true).setAll(answer));
    }

    /** A refusal: by the service with status 200, by the gateway with a status of its own. */
    Reply of(FormRequest request, Refusal refusal) {
        String code = refusal.code();
        if (Codes.isOfService(code)) {
            return reply(200, business(request.actionName(), code, false).put("ErrorMessage", refusal.getMessage()));
        }
        return reply(
                Codes.status(code),
                opened().put("HostId", request.call().header("Host"))
                        .put("Code", code)
                        .put("Message", refusal.getMessage()));
    }

    private ObjectNode business(String action, String code, boolean success) {
        ObjectNode envelope = opened().put("Success", success);
        return CODE_IS_A_NUMBER.contains(action) && code.matches("\\d+")
                ? envelope.put("Code", Integer.parseInt(code))
                : envelope.put("Code", code);
    }

    private ObjectNode opened() {
        return JsonNodeFactory.instance.objectNode().put("RequestId", ids.next().toUpperCase(Locale.ROOT));
    }

    private static Reply reply(int status, ObjectNode body) {
        try {
            return Reply.of(status, "application/json;charset=UTF-8", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }
}
