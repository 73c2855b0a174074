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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The content of a request: bytes that are in memory already, or a form whose files are read while they are sent. */
public sealed interface WireBody {

    /** Content that is in memory already; not copied. */
    static WireBody of(byte[] content) {
        return new Bytes(content);
    }

    /**
     * Content in memory.
     *
     * @param content the bytes; not copied
     */
    record Bytes(byte[] content) implements WireBody {}

    /**
     * A form with files (RFC 7578). Its length is known when the length of each part is.
     *
     * @param boundary letters, digits and hyphens that occur in none of the parts
     * @param parts the parts in their order; at least one
     */
    record Multipart(String boundary, List<Part> parts) implements WireBody {

        public Multipart {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("A multipart form must have at least one part.");
            }
        }

        /** The content type that names the boundary. */
        public String contentType() {
            return "multipart/form-data; boundary=" + boundary;
        }
    }

    /**
     * One field or file of a form.
     *
     * @param name name of the field
     * @param fileName name of the file, or null for a field
     * @param contentType content type, or null to send none
     * @param length size of the content in bytes, or -1 when it is not known
     * @param content the content
     */
    record Part(String name, String fileName, String contentType, long length, Source content) {

        /** A field. */
        public static Part text(String name, String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return new Part(name, null, null, bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /** Content that is opened when it is sent, so that a large file is never in memory as a whole. */
    @FunctionalInterface
    interface Source {

        /**
         * Opens the content, once for each attempt, on a thread that may block. The caller closes it.
         *
         * @throws IOException when it cannot be read
         */
        InputStream open() throws IOException;
    }
}
