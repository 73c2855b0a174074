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

/**
 * Describes a response that is not the vendor's: a proxy's page, a redirect, damaged or missing content. Content is not quoted: it may
 * be private data, or quote the request with its key.
 */
final class UnreadableResponse {

    /** Code points that a message quotes at most. */
    private static final int MAX_EXCERPT = 80;

    private UnreadableResponse() {}

    static String describe(WireResponse response, String problem) {
        StringBuilder text = new StringBuilder("the response cannot be read: ").append(problem);
        text.append(", contentType=")
                .append(response.contentType() == null ? "none" : printable(response.contentType()));
        text.append(", size=").append(response.body().length);
        return text.append(advice(response.status())).toString();
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

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{C}\\s\"\\uFFFD]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_EXCERPT)) + "…";
    }
}
