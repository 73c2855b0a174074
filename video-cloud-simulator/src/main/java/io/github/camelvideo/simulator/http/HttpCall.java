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
package io.github.camelvideo.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param method upper case
 * @param path raw path
 * @param query raw text behind the question mark, empty without one
 * @param headers by name in lower case
 * @param body as sent; cut when it was longer than any protocol allows
 * @param bodyLength bytes sent
 * @param parts parts of a multipart form, whose body is not kept; null for another content type, and for a form that is broken
 */
public record HttpCall(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        long bodyLength,
        List<FormPart> parts) {

    static final String MULTIPART = "multipart/form-data";

    /** Bodies are kept up to this length; longer ones are counted only. */
    static final int KEPT_BODY = 11 * 1024 * 1024;

    /** The value of a header by its name in any case, or null. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The media type in lower case without parameters, or empty. */
    public String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Method and path only: the rest may hold signatures. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
