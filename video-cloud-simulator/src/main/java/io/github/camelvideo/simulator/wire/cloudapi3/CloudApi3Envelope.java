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
package io.github.camelvideo.simulator.wire.cloudapi3;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.wire.RequestIds;

/** Wraps answers as the vendor does: status 200 whatever happened, and a request id. The ids follow from the seed. */
final class CloudApi3Envelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RequestIds ids;

    CloudApi3Envelope(RequestIds ids) {
        this.ids = ids;
    }

    Reply of(ObjectNode answer) {
        answer.put("RequestId", ids.next());
        ObjectNode envelope = JSON.objectNode();
        envelope.set("Response", answer);
        return Reply.of(200, "application/json", envelope.toString());
    }

    Reply of(Refusal refusal) {
        ObjectNode answer = JSON.objectNode();
        answer.putObject("Error").put("Code", refusal.code()).put("Message", refusal.getMessage());
        return of(answer);
    }
}
