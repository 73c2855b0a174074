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
package io.github.camelvideo.simulator.world;

import java.util.List;

/** Stores changes before they become visible. Called under the world's write lock, by one thread at a time. */
interface Journal extends AutoCloseable {

    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public void append(List<Change> changes) {
            // a world without a file lives as long as the simulator
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    /** Returns when a killed process would find the changes again. */
    void append(List<Change> changes);

    @Override
    void close();
}
