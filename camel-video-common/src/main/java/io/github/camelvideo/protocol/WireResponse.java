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

import java.util.function.UnaryOperator;

/**
 * An answer as it came over the wire.
 *
 * @param status HTTP status
 * @param headers value of a header by its name in any case, null for one that is not there
 * @param body content, empty when there was none or the answer is a file
 * @param file the answer to a download, still to be read; null where it is none
 */
public record WireResponse(int status, UnaryOperator<String> headers, byte[] body, FileBody file) {

    /** An answer of which nothing but the content type matters. */
    public WireResponse(int status, String contentType, byte[] body) {
        this(status, name -> name.equalsIgnoreCase("Content-Type") ? contentType : null, body, null);
    }

    /** The value of a header by its name in any case, or null. */
    public String header(String name) {
        return headers.apply(name);
    }

    /** The content type, or null. */
    public String contentType() {
        return header("Content-Type");
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + contentType() + ", " + (file == null ? body.length + " bytes" : "a file");
    }
}
