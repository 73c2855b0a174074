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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Calls and answers without a wire between them. */
final class RpcCalls {

    static final ApiCatalog API = Catalogs.ofClassPath("aliyun-linkvisual").get("linkvisual");

    private RpcCalls() {}

    static ApiCall call(String action, String parameters) {
        return new ApiCall(API, API.action(action), (ObjectNode) json(parameters), "cn-shanghai");
    }

    static WireResponse answer(int status, String content) {
        return new WireResponse(status, "application/json", content.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return ExactJson.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
