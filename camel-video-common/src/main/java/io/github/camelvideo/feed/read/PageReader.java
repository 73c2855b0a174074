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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls the feed's action once: all that a feed needs of the client. Waits for the answer. */
@FunctionalInterface
public interface PageReader {

    /**
     * @param parameters all parameters of the call; the reader does not change them
     * @throws RuntimeException when the vendor refuses or cannot be reached
     * @throws InterruptedException when the consumer stops
     */
    PageAnswer read(ObjectNode parameters) throws InterruptedException;
}
