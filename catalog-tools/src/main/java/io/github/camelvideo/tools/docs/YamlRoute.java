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
package io.github.camelvideo.tools.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Small routes in Camel's YAML DSL. */
final class YamlRoute {

    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlRoute() {}

    /** Sends a message to the action; files come from a folder and go to one. */
    static String calling(String action, CallExample call) {
        StringBuilder yaml = new StringBuilder("- route:\n    from:\n      uri: ")
                .append(call.file() ? "file:uploads" : "direct:" + MadeUp.word(action))
                .append("\n      steps:\n");
        if (call.body() != null) {
            yaml.append("        - setBody:\n            constant: |-\n")
                    .append(json(call.body()).indent(14));
        }
        yaml.append("        - to:\n            uri: ").append(call.path()).append("\n");
        parameters(yaml, call.keys(), " ".repeat(12));
        if (call.download()) {
            yaml.append("        - to:\n            uri: file:downloads\n");
        }
        return yaml.toString();
    }

    /** Receives the new items of an action's list. */
    static String receiving(CallExample feed) {
        StringBuilder yaml = new StringBuilder("- route:\n    from:\n      uri: ")
                .append(feed.path())
                .append("\n");
        parameters(yaml, feed.keys(), " ".repeat(6));
        return yaml.append("      steps:\n        - log:\n            message: \"${body}\"\n")
                .toString();
    }

    private static void parameters(StringBuilder yaml, Map<String, JsonNode> keys, String margin) {
        if (keys.isEmpty()) {
            return;
        }
        yaml.append(margin).append("parameters:\n");
        keys.forEach((name, value) -> yaml.append(margin)
                .append("  ")
                .append(name)
                .append(": ")
                .append(scalar(value))
                .append("\n"));
    }

    /** Numbers and truth values as they are; text is quoted as in JSON, which YAML reads the same. */
    private static String scalar(JsonNode value) {
        return value.isNumber() || value.isBoolean()
                ? value.asText()
                : TextNode.valueOf(CallExample.inUri(value)).toString();
    }

    /** One brace a line: two together would be a property placeholder. */
    private static String json(JsonNode body) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return JSON.writer(
                            new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                    .writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The body of an example cannot be written", e);
        }
    }
}
