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
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.CatalogFinder;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The APIs that a simulator has: their catalogs, and the behaviours of those whose answers come from the world. */
final class SimulatedApis {

    private static final String IOT_VIDEO = "iotvideoindustry";
    private static final String LIVE = "live";
    private static final String STREAM_LIVE = "mdl";
    private static final String ISS = "iss";

    private static final String LIVE_OF_2017 = "live-v2017";
    private static final String LIVE_CHANNELS = "live-v2";
    private static final String LINK_VISUAL = "linkvisual";

    /** Error code of a page that cannot be asked for, by API. */
    private static final Map<String, String> INVALID_PAGE = Map.of(
            IOT_VIDEO, "InvalidParameterValue",
            LIVE, "InvalidParameterValue",
            STREAM_LIVE, "InvalidParameter.PageNum",
            ISS, "40001",
            LIVE_OF_2017, "1",
            LIVE_CHANNELS, "4000",
            LINK_VISUAL, "460");

    /** Where the fields of an answer are below its root, by protocol. */
    private static final Map<String, String> ROOTS =
            Map.of("tencent-iss-rest", IssWire.DATA, "aliyun-rpc-1", IssWire.DATA);

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedApis.class);

    /** The components whose catalogs are simulated. */
    private static final List<String> SCHEMES = List.of("tencent-video", "aliyun-linkvisual");

    /** Read once for all simulators of a process that have no catalogs of their own: immutable. */
    private static final SimulatedApis BUILT_IN = new SimulatedApis(null);

    private final Catalogs catalogs;

    private SimulatedApis(String locations) {
        catalogs = new Catalogs(CatalogFinder.find(SimulatedApis.class.getClassLoader(), SCHEMES, locations));
    }

    /**
     * @param locations folders and documents of more catalogs as {@link CatalogFinder} reads them, or null
     * @throws IllegalArgumentException when a location does not exist
     */
    static SimulatedApis with(String locations) {
        return locations == null ? BUILT_IN : new SimulatedApis(locations);
    }

    /** The APIs there are. */
    List<String> ids() {
        return catalogs.ids();
    }

    /** @param ids the APIs to simulate, or null for all whose documents can be read */
    List<Answers> answers(List<String> ids, World world, long seed, Clock clock, Scripts scripts) {
        List<Answers> answers = new ArrayList<>();
        for (String id : ids == null ? readable() : ids) {
            ApiCatalog api = catalog(id);
            Shapes shapes = new Shapes(api, seed);
            String root = ROOTS.get(api.protocol());
            FeedAnswers feeds = new FeedAnswers(clock, invalidPage(api));
            answers.add(new Answers(
                    api,
                    shapes,
                    behaviours(api, world, shapes, root, clock),
                    scripts,
                    (action, parameters) -> {
                        ScriptedFeed script = world.feeds().find(id, action.name());
                        return script == null ? null : feeds.answer(action, script, parameters);
                    },
                    root));
        }
        return answers;
    }

    private List<String> readable() {
        return ids().stream().filter(this::isReadable).toList();
    }

    private boolean isReadable(String id) {
        try {
            catalogs.get(id);
            return true;
        } catch (CatalogException e) {
            LOG.error("The API '{}' is not simulated. {}", id, e.getMessage());
            return false;
        }
    }

    /** The catalog of an API. */
    ApiCatalog catalog(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("Unknown API '" + id + "'. The simulator has " + ids() + ".");
        }
        return catalogs.get(id);
    }

    /** Refuses an action that is no feed. */
    void checkFeed(String id, String name) {
        ApiCatalog api = catalog(id);
        Action action = api.action(name);
        if (action == null || action.feed() == null) {
            throw new IllegalArgumentException(id + "/" + name + " is not a feed. The feeds of " + id + " are "
                    + api.actions().values().stream()
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
    Action action(String name) {
        int slash = name.indexOf('/');
        Action action = slash < 0 ? null : catalog(name.substring(0, slash)).action(name.substring(slash + 1));
        if (action == null) {
            throw new IllegalArgumentException("Unknown action '" + name + "'. Write it as api/Action.");
        }
        return action;
    }

    /** Refuses what is neither {@code api} nor {@code api/Action}. */
    void checkName(String name) {
        if (!ids().contains(name)) {
            action(name);
        }
    }

    /** An API that came with a catalog of the user refuses as most do. */
    private static String invalidPage(ApiCatalog api) {
        return INVALID_PAGE.getOrDefault(api.id(), "InvalidParameterValue");
    }

    static Map<String, Behaviour> behaviours(ApiCatalog api, World world, Shapes shapes, String root, Clock clock) {
        AnswerBuilder answers = new AnswerBuilder(api, shapes, root, invalidPage(api));
        return switch (api.id()) {
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
