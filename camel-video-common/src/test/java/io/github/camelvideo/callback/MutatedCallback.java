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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;

/**
 * A callback that was changed at random, and a judge of it that shares nothing with the receiver: only a signature that md5sum has
 * computed counts, and it must stand in the text as the vendor or a copier would write it.
 *
 * @param isUntouched whether it is as the vendor sends it
 */
record MutatedCallback(byte[] body, Map<String, Object> headers, boolean isUntouched) {

    /** A value of the vendor's that must not be logged. */
    static final String MARK = "private-stream-name";

    private static final String[] SIGNATURES = {
        TestCallbacks.SIGN, TestCallbacks.OTHER_SIGN, TestCallbacks.SIGN.toUpperCase(java.util.Locale.ROOT)
    };

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "NaN",
            "Infinity",
            "-0",
            "1e999",
            "1e999999999",
            "0.1",
            "\\u0000",
            "\\ud800",
            "\\u202e",
            "\u0000",
            "\u00ff",
            "\ufeff",
            "\"t\":1",
            "\"t\":\"x\"",
            "\"sign\":\"\"",
            "\"sign\":null",
            "\"data\":{}",
            "\"data\":[]",
            "\"data\":{\"data\":{}}",
            "\"event_type\":0",
            "\"event_type\":-1",
            "\"event_type\":\"\\n\"",
            "\"event_type\":[]",
            "\"a\":{\"b\":",
            "[[[[[[[[[[[[[[[[",
            "/*",
            "//",
            "'",
            "\r\n\r\n",
            "%",
            "&",
            "=");

    static MutatedCallback of(Random random) {
        boolean isSigned = random.nextInt(4) > 0;
        StringBuilder text = new StringBuilder("{\"event_type\":")
                .append(new String[] {"1", "0", "\"100\"", "329", "200", "999", "\"x" + random.nextInt(300) + "\""}
                        [random.nextInt(7)])
                .append(",\"stream_id\":\"" + MARK)
                .append(random.nextInt(50))
                .append("\",\"event_time\":")
                .append(TestCallbacks.EXPIRY - random.nextInt(1_000))
                .append(",\"t\":");
        boolean isText = random.nextBoolean();
        text.append(isText ? "\"" : "").append(TestCallbacks.EXPIRY + (isSigned ? 0 : 1 + random.nextInt(9)));
        text.append(isText ? "\"" : "")
                .append(",\"sign\":\"")
                .append(SIGNATURES[random.nextInt(3)])
                .append("\"}");
        if (random.nextInt(8) == 0) {
            text.insert(0, "{\"data\":").append(",\"header\":{}}");
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = headers(random, body.length);
        boolean isPost = headers.get(Exchange.HTTP_METHOD).equals("POST");
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            body = changed(body, random);
        }
        boolean isLying = headers.containsKey(Exchange.CONTENT_LENGTH);
        return new MutatedCallback(body, headers, changes == 0 && isPost && isSigned && !isLying);
    }

    /** Whether somewhere in it stands a signature and, quoted or not, the expiry that it belongs to. */
    boolean isSigned() {
        String text = decoded();
        boolean hasSign = Arrays.stream(SIGNATURES).anyMatch(sign -> unescaped(text)
                .toLowerCase(java.util.Locale.ROOT)
                .contains(sign.toLowerCase(java.util.Locale.ROOT)));
        return hasSign && unescaped(text).contains(String.valueOf(TestCallbacks.EXPIRY));
    }

    private String decoded() {
        boolean isBig = body.length > 1 && body[0] == (byte) 0xfe && body[1] == (byte) 0xff;
        boolean isLittle = body.length > 1 && body[0] == (byte) 0xff && body[1] == (byte) 0xfe;
        return new String(
                body,
                isBig ? StandardCharsets.UTF_16BE : isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        return text.replace("\\", "");
    }

    private static Map<String, Object> headers(Random random, int length) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(
                Exchange.HTTP_METHOD,
                random.nextInt(40) > 0
                        ? "POST"
                        : List.of("GET", "PUT", "post", "DELETE", "").get(random.nextInt(5)));
        if (random.nextInt(4) == 0) {
            headers.put(
                    Exchange.CONTENT_TYPE,
                    List.of(
                                    "text/plain",
                                    "application/x-www-form-urlencoded",
                                    "application/json; charset=utf-16",
                                    "x",
                                    "multipart/form-data")
                            .get(random.nextInt(5)));
        }
        if (random.nextInt(10) == 0) {
            headers.put(
                    Exchange.HTTP_QUERY,
                    List.of("a=b", "TaskId=%41", "a=%C3%A9", "=&=&", "x".repeat(5_000), "?", "a=b&a=c")
                            .get(random.nextInt(7)));
        }
        if (random.nextInt(50) == 0) {
            headers.put(
                    Exchange.CONTENT_LENGTH,
                    List.of("-1", "x", "99999999999999999999", "65537", "999999999999", "" + length)
                            .get(random.nextInt(6)));
        }
        if (random.nextInt(10) == 0) {
            headers.put("X-" + TOKENS.get(random.nextInt(TOKENS.size())), MARK);
        }
        return headers;
    }

    private static byte[] changed(byte[] body, Random random) {
        int at = body.length == 0 ? 0 : random.nextInt(body.length);
        return switch (random.nextInt(13)) {
            case 0 -> {
                byte[] other = body.clone();
                if (other.length > 0) {
                    other[at] = (byte) random.nextInt(256);
                }
                yield other;
            }
            case 1 -> Arrays.copyOf(body, at);
            case 2 -> spliced(body, at, at, new byte[] {(byte) random.nextInt(256)});
            case 3, 4, 5 ->
                spliced(body, at, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
            case 6 -> spliced(body, at, Math.min(body.length, at + 1 + random.nextInt(30)), new byte[0]);
            case 7 -> spliced(body, body.length, body.length, body);
            case 8 -> spliced(body, at, at, " ".repeat(random.nextInt(500)).getBytes(StandardCharsets.UTF_8));
            case 9 -> random.nextInt(30) == 0 ? spliced(body, at, at, new byte[70_000]) : body;
            case 10 -> {
                // members of objects in another order
                int comma = new String(body, StandardCharsets.ISO_8859_1).indexOf(',', at);
                yield comma < 0 ? body : spliced(body, comma, comma, ",\"more\":7".getBytes(StandardCharsets.UTF_8));
            }
            case 11 ->
                random.nextInt(3) == 0
                        ? ("\ufeff" + new String(body, StandardCharsets.UTF_8))
                                .getBytes(List.of(
                                                StandardCharsets.UTF_16LE,
                                                StandardCharsets.UTF_16BE,
                                                StandardCharsets.UTF_8)
                                        .get(random.nextInt(3)))
                        : body;
            default ->
                random.nextInt(5) == 0
                        ? spliced(
                                body, at, at, ("[".repeat(1 + random.nextInt(3_000))).getBytes(StandardCharsets.UTF_8))
                        : body;
        };
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] content) {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        other.write(body, 0, from);
        other.writeBytes(content);
        other.write(body, to, body.length - to);
        return other.toByteArray();
    }

    @Override
    public String toString() {
        return headers + " " + new String(body, 0, Math.min(body.length, 500), StandardCharsets.ISO_8859_1);
    }
}
