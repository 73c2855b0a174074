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
package io.github.camelvideo.simulator.api.livev2;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.resource.ResourceActions;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.Map;

/**
 * The actions of the obsolete live channels, all of them on plain records. A test that lets somebody push sets {@code channel_status}
 * of a record of kind {@code live-v2/channel}.
 */
public final class LiveV2Actions {

    private LiveV2Actions() {}

    /** Behaviours by action. */
    public static Map<String, Behaviour> of(ApiCatalog api, World world, AnswerBuilder answers, Clock clock) {
        return new ResourceActions(api, world, answers, clock).behaviours();
    }
}
