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
package io.github.camelvideo.simulator.api.mdl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Shapes;
import java.util.SplittableRandom;

/** Figures of one moment: the same for the same seed, place and moment, and nothing at all without a stream. */
final class Traffic {

    private final Shapes shapes;

    Traffic(Shapes shapes) {
        this.shapes = shapes;
    }

    ObjectNode in(String place, long second, boolean on) {
        SplittableRandom random = shapes.random(place + "/" + second);
        int video = on ? random.nextInt(1_900_000, 2_100_000) : 0;
        int audio = on ? 128_000 : 0;
        ObjectNode point = JsonNodeFactory.instance
                .objectNode()
                .put("Timestamp", second)
                .put("NetworkIn", on ? video + audio + random.nextInt(20_000) : 0);
        point.putArray("Video")
                .addObject()
                .put("Fps", on ? random.nextInt(29, 32) : 0)
                .put("Rate", video)
                .put("Pid", 256);
        point.putArray("Audio")
                .addObject()
                .put("Fps", on ? 43 : 0)
                .put("Rate", audio)
                .put("Pid", 257);
        return point;
    }

    ObjectNode out(String place, long second, boolean on) {
        SplittableRandom random = shapes.random(place + "/" + second);
        return JsonNodeFactory.instance
                .objectNode()
                .put("Timestamp", second)
                .put("NetworkOut", on ? random.nextInt(2_800_000, 3_200_000) : 0);
    }
}
