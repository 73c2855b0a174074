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
package io.github.camelvideo.simulator.wire;

import java.util.SplittableRandom;
import java.util.UUID;

/** Request ids that follow from the seed. Safe for use by many threads. */
public final class RequestIds {

    private final SplittableRandom random;

    public RequestIds(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The next one. */
    public synchronized String next() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
