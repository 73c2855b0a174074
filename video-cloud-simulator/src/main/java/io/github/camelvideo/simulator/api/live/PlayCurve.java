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
package io.github.camelvideo.simulator.api.live;

import io.github.camelvideo.simulator.answer.Shapes;
import java.time.Instant;
import java.util.SplittableRandom;

/** How much is watched of a domain at a time: most in the evening, a little different from one period to the next. */
final class PlayCurve {

    private static final int SECONDS_OF_DAY = 86_400;
    /** Beijing's clock, and eight in the evening. */
    private static final int OFFSET = 8 * 3600;

    private static final int PEAK = 20 * 3600;

    private final Shapes shapes;

    PlayCurve(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Mbps on average over the five minutes from a moment on; the same at every call. */
    double bandwidth(String domain, Instant slot) {
        double usual = 50 + shapes.random("traffic of " + domain).nextInt(150);
        long second = Math.floorMod(slot.getEpochSecond() + OFFSET - PEAK, (long) SECONDS_OF_DAY);
        double day = 1 + 0.6 * Math.cos(2 * Math.PI * second / SECONDS_OF_DAY);
        SplittableRandom random = shapes.random(domain + " at " + slot);
        return usual * day * (0.9 + random.nextInt(200) / 1000.0);
    }
}
