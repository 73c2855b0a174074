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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The bytes of a request, which the components of Camel keep in different ways. Never more than the bound is held. */
final class CallbackBody {

    private CallbackBody() {}

    /**
     * Reads the body to its end.
     *
     * @param most size of the largest body, compressed or not, in bytes
     * @throws RefusedCallbackException when it is larger, or cannot be read
     */
    static byte[] read(Message message, int most) throws RefusedCallbackException {
        long declared = length(message);
        if (declared > most) {
            throw new RefusedCallbackException(Refusal.SIZE);
        }
        try {
            byte[] body = bytes(message, declared, most);
            if (body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b) {
                try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
                    return bounded(content, most);
                }
            }
            return body;
        } catch (IOException e) {
            throw new RefusedCallbackException(Refusal.CONTENT);
        }
    }

    private static byte[] bytes(Message message, long declared, int most) throws IOException, RefusedCallbackException {
        Object body = message.getBody();
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof Map<?, ?> form) {
            return bounded(form(form, declared), most);
        }
        if (body instanceof byte[] bytes) {
            return bounded(bytes, most);
        }
        if (body instanceof String text) {
            return bounded(text.getBytes(StandardCharsets.UTF_8), most);
        }
        try (InputStream content = message.getBody(InputStream.class)) {
            if (content == null) {
                throw new RefusedCallbackException(Refusal.CONTENT);
            }
            return bounded(content, most);
        }
    }

    private static byte[] bounded(InputStream content, int most) throws IOException, RefusedCallbackException {
        byte[] read = content.readNBytes(most);
        if (content.read() >= 0) {
            throw new RefusedCallbackException(Refusal.SIZE);
        }
        return read;
    }

    private static byte[] bounded(byte[] body, int most) throws RefusedCallbackException {
        if (body.length > most) {
            throw new RefusedCallbackException(Refusal.SIZE);
        }
        return body;
    }

    /**
     * JSON that was sent as a form, which the HTTP server takes for the name of a parameter, and what is behind an equals sign for its
     * value. Whether the server has changed it on the way shows in its length.
     */
    private static byte[] form(Map<?, ?> form, long declared) throws RefusedCallbackException {
        if (form.size() != 1) {
            throw new RefusedCallbackException(Refusal.CONTENT);
        }
        Map.Entry<?, ?> only = form.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        String value = only.getValue() instanceof String text ? text : "";
        byte[] body = (value.isEmpty() ? name : name + "=" + value).getBytes(StandardCharsets.UTF_8);
        if (declared >= 0 && declared != body.length) {
            throw new RefusedCallbackException(Refusal.CONTENT);
        }
        return body;
    }

    /** As declared, or -1 where it is not. */
    private static long length(Message message) {
        String length = message.getHeader(Exchange.CONTENT_LENGTH, String.class);
        if (length == null || !length.matches("[0-9]{1,18}")) {
            return -1;
        }
        return Long.parseLong(length);
    }
}
