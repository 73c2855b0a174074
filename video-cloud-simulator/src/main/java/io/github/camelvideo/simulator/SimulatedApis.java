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
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Answers;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.api.iotvideoindustry.IotVideoActions;
import io.github.camelvideo.simulator.api.iss.IssActions;
import io.github.camelvideo.simulator.api.linkvisual.LinkVisualActions;
import io.github.camelvideo.simulator.api.live.LiveActions;
import io.github.camelvideo.simulator.api.livev2.LiveV2Actions;
import io.github.camelvideo.simulator.api.livev2017.LiveV2017Actions;
import io.github.camelvideo.simulator.api.mdl.MdlActions;
import io.github.camelvideo.simulator.feed.FeedAnswers;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.wire.issrest.IssWire;
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

    /** Error code of a page that cannot be asked for, by API. */
    private static final Map<String, String> INVALID_PAGE = Map.of(
            IOT_VIDEO, "InvalidParameterValue",
            LIVE, "InvalidParameterValue",
            STREAM_LIVE, "InvalidParameter.PageNum",
            ISS, "40001",
            LIVE_OF_2017, "1",
            LIVE_CHANNELS, "4000",
            LINK_VISUAL, "460");

    /** Read once for all simulators of a process: immutable. */
    private static final Catalogs CATALOGS =
            new Catalogs(ALL, id -> SimulatedApis.class.getResourceAsStream("catalog/" + id + ".json"));

    private SimulatedApis() {}

    static List<Answers> of(List<String> ids, World world, long seed, Clock clock, Scripts scripts) {
        List<Answers> answers = new ArrayList<>();
        for (String id : ids) {
            Shapes shapes = new Shapes(CATALOGS.get(id), seed);
            String root = id.equals(ISS) || id.equals(LINK_VISUAL) ? IssWire.DATA : null;
            FeedAnswers feeds = new FeedAnswers(clock, INVALID_PAGE.get(id));
            answers.add(new Answers(
                    CATALOGS.get(id),
                    shapes,
                    behaviours(id, world, shapes, root, clock),
                    scripts,
                    (action, parameters) -> {
                        ScriptedFeed script = world.feeds().find(id, action.name());
                        return script == null ? null : feeds.answer(action, script, parameters);
                    },
                    root));
        }
        return answers;
    }

    /** The catalog of an API. */
    static ApiCatalog catalog(String id) {
        if (!ALL.contains(id)) {
            throw new IllegalArgumentException("Unknown API '" + id + "'. The simulator has " + ALL + ".");
        }
        return CATALOGS.get(id);
    }

    /** Refuses an action that is no feed. */
    static void checkFeed(String id, String name) {
        Action action = catalog(id).action(name);
        if (action == null || action.feed() == null) {
            throw new IllegalArgumentException(id + "/" + name + " is not a feed. The feeds of " + id + " are "
                    + CATALOGS.get(id).actions().values().stream()
                            .filter(declared -> declared.feed() != null)
                            .map(Action::name)
                            .sorted()
                            .toList()
                    + ".");
        }
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
            throw new IllegalArgumentException("Unknown action '" + name + "'. Write it as api/Action.");
        }
        return action;
    }

    /** Refuses what is neither {@code api} nor {@code api/Action}. */
    static void checkName(String name) {
        if (!ALL.contains(name)) {
            action(name);
        }
    }

    private static Map<String, Behaviour> behaviours(String id, World world, Shapes shapes, String root, Clock clock) {
        ApiCatalog api = CATALOGS.get(id);
        AnswerBuilder answers = new AnswerBuilder(api, shapes, root, INVALID_PAGE.get(id));
        return switch (id) {
            case IOT_VIDEO -> IotVideoActions.of(api, world, answers, shapes, clock);
            case LIVE -> LiveActions.of(api, world, answers, shapes, clock);
            case LIVE_OF_2017 -> LiveV2017Actions.of(world.live(), shapes, clock);
            case LIVE_CHANNELS -> LiveV2Actions.of(api, world, answers, clock);
            case ISS -> IssActions.of(api, world, answers, shapes, clock);
            case LINK_VISUAL -> LinkVisualActions.of(api, world, answers, clock);
            case STREAM_LIVE -> MdlActions.of(api, world, answers, shapes, clock);
            default -> Map.of();
        };
    }
}
