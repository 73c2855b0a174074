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
package io.github.camelvideo.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes the exception for an answer that is not the vendor's: a proxy's page, a redirect, damaged or missing content.
 */
public final class UnreadableAnswer {

    private static final int SHOWN = 80;

    private UnreadableAnswer() {}

    /**
     * What a protocol throws when it cannot read an answer. Whether the call may be sent again follows from the status.
     *
     * @param call the call
     * @param answer what came
     * @param problem what is wrong with it, such as {@code "no JSON"}
     * @param cause the reader's exception, or null
     */
    public static TransportException of(ApiCall call, WireResponse answer, String problem, Throwable cause) {
        StringBuilder text = new StringBuilder("the answer cannot be read: ").append(problem);
        text.append(", contentType=").append(answer.contentType() == null ? "none" : printable(answer.contentType()));
        text.append(", size=").append(answer.body().length);
        String begin = begin(answer);
        if (!begin.isEmpty()) {
            text.append(", begins with \"").append(begin).append('"');
        }
        text.append(advice(answer.status()));
        return new TransportException(call.name(), text.toString(), answer.status(), true, cause);
    }

    private static String advice(int status) {
        if (status >= 300 && status < 400) {
            return ". Redirects are not followed: check endpointUrl and what is between here and there";
        }
        // the vendors' own refusals are readable
        return status >= 400 && status < 500
                ? ". Something in between may have answered: check endpointUrl and proxy"
                : "";
    }

    /** The first words of a page made for people. Data is not shown: even half an answer may hold what is nobody's business. */
    private static String begin(WireResponse answer) {
        String type = answer.contentType() == null ? "" : answer.contentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/")) {
            return "";
        }
        int length = Math.min(answer.body().length, SHOWN * 4);
        String text = new String(answer.body(), 0, length, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("[") ? "" : printable(text);
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{C}\\s\"\\uFFFD]+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
