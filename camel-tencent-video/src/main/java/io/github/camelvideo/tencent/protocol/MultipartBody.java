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
package io.github.camelvideo.tencent.protocol;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.request.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A form with files (RFC 7578), whose files are read while they are sent. Its length is known when that of each file is. */
final class MultipartBody implements WireBody {

    private static final String LINE = "\r\n";

    /**
     * What comes before a file, and the file.
     *
     * @param file null at the end
     * @param length of the file, or -1
     */
    private record Part(byte[] before, FileContent file, long length) {}

    private final List<Part> parts;

    private MultipartBody(List<Part> parts) {
        this.parts = parts;
    }

    @Override
    public long length() {
        long sum = 0;
        for (Part part : parts) {
            if (part.length < 0) {
                return -1;
            }
            sum += part.before.length + part.length;
        }
        return sum;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            out.write(part.before);
            if (part.file != null) {
                try (InputStream content = part.file.open()) {
                    content.transferTo(out);
                }
            }
        }
    }

    /** Collects the parts, in their order. */
    static final class Builder {

        private final String boundary;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        /**
         * @param boundary of letters, digits and hyphens, and in none of the parts
         */
        Builder(String boundary) {
            this.boundary = boundary;
        }

        String contentType() {
            return "multipart/form-data; boundary=" + boundary;
        }

        void field(String name, String value) {
            begin(name).append(LINE).append(LINE).append(value).append(LINE);
        }

        /** @throws IOException when the file is gone */
        void file(String name, FileContent file) throws IOException {
            // servers tell a file from a field by its file name
            String fileName = file.name() == null ? name : file.name();
            begin(name)
                    .append("; filename=\"")
                    .append(escaped(fileName))
                    .append('"')
                    .append(LINE)
                    .append("Content-Type: application/octet-stream")
                    .append(LINE)
                    .append(LINE);
            parts.add(new Part(Digests.utf8(text.toString()), file, file.length()));
            text.setLength(0);
            text.append(LINE);
        }

        private StringBuilder begin(String name) {
            return text.append("--")
                    .append(boundary)
                    .append(LINE)
                    .append("Content-Disposition: form-data; name=\"")
                    .append(escaped(name))
                    .append('"');
        }

        /** In UTF-8 as it is, but for what would end the name or the line. */
        private static String escaped(String name) {
            return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        }

        MultipartBody build() {
            text.append("--").append(boundary).append("--").append(LINE);
            parts.add(new Part(Digests.utf8(text.toString()), null, 0));
            return new MultipartBody(List.copyOf(parts));
        }
    }
}
