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

import java.util.Map;

/**
 * A signed request, ready to be sent as it is: nothing may be encoded or added after signing.
 *
 * @param method HTTP method
 * @param path path, encoded, beginning with a slash
 * @param query query without the question mark, encoded, or null
 * @param headers headers by name, without content type and host
 * @param contentType content type, sent byte for byte; also on a GET when signed there. Null sends none
 * @param body content, or null for a request without one
 * @param signature the signature alone, which is kept out of messages even if the vendor quotes it; null for an unsigned request
 */
public record WireRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        String contentType,
        WireBody body,
        String signature) {

    /** Names the request without its headers, query and body: those carry signatures and parameters. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
