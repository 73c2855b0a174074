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
package io.github.camelvideo.tencent.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.lint.AnswerShape;
import java.util.List;

/** Answers without the envelope of their protocol, as a route receives them: of examples, and of what catalogs declare. */
final class UnwrappedAnswer {

    private static final String WHOLE = "Data";

    private UnwrappedAnswer() {}

    /** What paths of feeds and pages begin at. */
    static AnswerShape shape(ApiCatalog api) {
        return api.protocol().equals("tencent-iss-rest") ? AnswerShape.valueOf(WHOLE) : AnswerShape.WHOLE;
    }

    /** The part of an answer that the fields of the action describe. */
    static JsonNode of(ApiCatalog api, JsonNode answer) {
        return switch (api.protocol()) {
            case "tencent-cloud-api-3" -> answer.path("Response");
            case "tencent-iss-rest" -> only(answer, WHOLE);
            case "tencent-common-access" ->
                answer.has("output")
                        ? answer.path("output")
                        : without(answer, List.of("ret", "message", "retcode", "errmsg", "code"));
            case "tencent-cloud-api-2" -> without(answer, List.of("code", "message", "codeDesc"));
            default -> throw new IllegalArgumentException("No envelope known of " + api.protocol());
        };
    }

    private static JsonNode only(JsonNode answer, String name) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        return answer.has(name) ? kept.set(name, answer.path(name)) : kept;
    }

    private static JsonNode without(JsonNode answer, List<String> names) {
        return answer.<ObjectNode>deepCopy().remove(names);
    }
}
