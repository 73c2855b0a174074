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
package io.github.camelvideo.simulator;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.access.AccessActions;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.api.iss.IssActions;
import io.github.camelvideo.simulator.api2.ChannelActions;
import io.github.camelvideo.simulator.iotvideo.IotVideoActions;
import io.github.camelvideo.simulator.iss.IssWire;
import io.github.camelvideo.simulator.linkvisual.LinkVisualActions;
import io.github.camelvideo.simulator.live.LiveActions;
import io.github.camelvideo.simulator.mdl.MdlActions;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The APIs there are: their catalogs, and the behaviours of those whose answers come from the world. */
final class SimulatedApis {

    private static final String IOT_VIDEO = "iotvideoindustry";
    private static final String LIVE = "live";
    private static final String STREAM_LIVE = "mdl";
    private static final String ISS = "iss";

    private static final String LIVE_OF_2017 = "live-v2017";
    private static final String LIVE_CHANNELS = "live-v2";
    private static final String LINK_VISUAL = "linkvisual";

    static final List<String> ALL =
            List.of(IOT_VIDEO, LIVE, STREAM_LIVE, ISS, LIVE_OF_2017, LIVE_CHANNELS, LINK_VISUAL);

    /** Read once for all simulators of a process: immutable. */
    private static final Catalogs CATALOGS =
            new Catalogs(ALL, id -> SimulatedApis.class.getResourceAsStream("catalog/" + id + ".json"));

    private SimulatedApis() {}

    static List<Answers> of(List<String> ids, World world, long seed, Clock clock, Scripts scripts) {
        List<Answers> answers = new ArrayList<>();
        for (String id : ids) {
            Shapes shapes = new Shapes(CATALOGS.get(id), seed);
            String root = id.equals(ISS) || id.equals(LINK_VISUAL) ? IssWire.DATA : null;
            answers.add(new Answers(CATALOGS.get(id), shapes, behaviours(id, world, shapes, clock), scripts, root));
        }
        return answers;
    }

    /**
     * The action of that name.
     *
     * @param name {@code api/Action}
     */
    static Action action(String name) {
        int slash = name.indexOf('/');
        Action action =
                slash < 0 ? null : CATALOGS.get(name.substring(0, slash)).action(name.substring(slash + 1));
        if (action == null) {
            throw new IllegalArgumentException("There is no action '" + name + "'. Write api/Action");
        }
        return action;
    }

    /** Refuses what is neither {@code api} nor {@code api/Action}. */
    static void checkName(String name) {
        if (!ALL.contains(name)) {
            action(name);
        }
    }

    private static Map<String, Behaviour> behaviours(String id, World world, Shapes shapes, Clock clock) {
        return switch (id) {
            case IOT_VIDEO -> IotVideoActions.of(world, shapes, clock);
            case LIVE -> LiveActions.of(CATALOGS.get(id), world, shapes, clock);
            case LIVE_OF_2017 -> AccessActions.of(world.live(), shapes, clock);
            case LIVE_CHANNELS -> ChannelActions.of(world, shapes, clock);
            case ISS ->
                IssActions.of(
                        CATALOGS.get(id),
                        world,
                        new AnswerBuilder(CATALOGS.get(id), shapes, IssWire.DATA, "40001"),
                        shapes,
                        clock);
            case LINK_VISUAL -> LinkVisualActions.of(world, clock);
            case STREAM_LIVE -> MdlActions.of(world, shapes, clock);
            default -> Map.of();
        };
    }
}
