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

import java.io.IOException;
import java.io.OutputStream;

/** The content of a request, written when it is sent and not before, so that a large file is never in memory as a whole. */
public interface WireBody {

    /** Length in bytes, or -1 when it is not known beforehand. */
    long length();

    /**
     * Writes the content, once; on a thread that may block.
     *
     * @throws IOException when it cannot be read or written
     */
    void writeTo(OutputStream out) throws IOException;

    /** Content that is in memory already; not copied. */
    public static WireBody of(byte[] content) {
        return new WireBody() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(content);
            }
        };
    }
}
