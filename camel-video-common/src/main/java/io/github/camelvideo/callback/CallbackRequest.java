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
package io.github.camelvideo.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as fields.
 *
 * @param fields members of the body; those of the wrapper, where there is one, beside the others
 * @param query parameters of the address; of repeated ones the first
 */
record CallbackRequest(ObjectNode fields, Map<String, String> query) {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 50_000;
    private static final int MAX_PARAMETERS = 100;

    /**
     * Reads a body as JSON, whatever its content type says.
     *
     * @param wrapper member that may hold fields, or null
     * @param query encoded parameters of the address, or null
     * @throws RefusedCallbackException when it is not one JSON object in UTF-8 or, by its byte order mark, UTF-16, or is too deep
     */
    static CallbackRequest read(byte[] body, String wrapper, String query) throws RefusedCallbackException {
        try {
            JsonNode json = ExactJson.parse(text(body));
            if (!(json instanceof ObjectNode fields) || !isReasonable(json, 0, new int[1])) {
                throw new RefusedCallbackException(Refusal.CONTENT);
            }
            if (wrapper != null && fields.get(wrapper) instanceof ObjectNode inner) {
                fields.remove(wrapper);
                fields.setAll(inner);
            }
            return new CallbackRequest(fields, parameters(query));
        } catch (IOException | IllegalArgumentException e) {
            // whose message may quote the body or the query
            throw new RefusedCallbackException(Refusal.CONTENT);
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            mark = 3;
        } else if (startsWith(body, 0xfe, 0xff)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (startsWith(body, 0xff, 0xfe)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        }
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(body, mark, body.length - mark))
                .toString();
    }

    private static boolean startsWith(byte[] body, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (body.length <= i || (body[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Texts with half a character cannot be written again, so such a body could not be stored. */
    private static boolean isReasonable(JsonNode value, int depth, int[] nodes) {
        if (depth > MAX_DEPTH || ++nodes[0] > MAX_NODES) {
            return false;
        }
        if (value.isTextual()) {
            return isWhole(value.textValue());
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!isWhole(member.getKey()) || !isReasonable(member.getValue(), depth + 1, nodes)) {
                return false;
            }
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (!isReasonable(element, depth + 1, nodes)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String parameter : query.split("&", MAX_PARAMETERS)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            parameters.putIfAbsent(decoded(name), decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without content. */
    @Override
    public String toString() {
        return "CallbackRequest[" + fields.size() + " fields]";
    }
}
