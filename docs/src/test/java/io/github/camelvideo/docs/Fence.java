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
package io.github.camelvideo.docs;

/**
 * A fenced block of a document.
 *
 * @param document path of the document
 * @param line number of its first line, from 1
 * @param language what follows the opening fence
 * @param mark the comment in the line above, without its arrows, or empty
 * @param text the lines in between
 */
record Fence(String document, int line, String language, String mark, String text) {

    /** Whether the mark is of that kind, such as {@code snippet}. */
    boolean is(String kind) {
        return mark.equals(kind) || mark.startsWith(kind + ":");
    }

    /** What follows the kind of the mark. */
    String argument() {
        return mark.substring(mark.indexOf(':') + 1).strip();
    }

    /** File of a snippet. */
    String file() {
        return argument().split("#")[0];
    }

    /** Region of a snippet, empty for the whole file. */
    String region() {
        return argument().contains("#") ? argument().split("#")[1] : "";
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}
