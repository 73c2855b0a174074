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
package io.github.camelvideo.consumer;

/**
 * What callbacks contribute to a feed since it started.
 *
 * @param pushed events delivered because a callback told them
 * @param polled events delivered because the list told them
 * @param toldLater those of {@code polled} whose callback came afterwards
 * @param waiting items that came by callbacks and are not done
 */
public record CallbackShare(long pushed, long polled, long toldLater, int waiting) {

    /** Events that no callback has told so far. */
    public long notPushed() {
        return polled - toldLater;
    }
}
