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

/**
 * One part of a multipart form. Of a file, only name, length and hash are kept.
 *
 * @param name name of the field
 * @param fileName file name, or null for a part without a file
 * @param text content of a part without a file, otherwise null
 * @param length bytes of the content
 * @param sha256 hash of the content, in lower-case hex
 */
public record FormPart(String name, String fileName, String text, long length, String sha256) {

    /** Without the content, which may be a key. */
    @Override
    public String toString() {
        return name + (fileName == null ? "" : " (" + fileName + ")") + ", " + length + " bytes";
    }
}
