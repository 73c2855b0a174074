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
package io.github.camelvideo.lint.walk;

import static io.github.camelvideo.lint.walk.FeedWalk.added;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.feed.FeedScenario;
import io.github.camelvideo.simulator.feed.FeedScenario.Expected;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every feed that the catalogs of a component declare. The simulator lists items made by the descriptor's own rules, over the vendor's
 * own protocol, and a route must deliver each of them once, with key, time, partition and fields. All feeds share a Camel context and a
 * simulator, and the test's thread makes the polls, so that nothing is waited for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FeedWalkCase {

    /** What the engine lets pass before it asks again for a partition that was unavailable. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final String scheme;
    private final HeaderNames headers;
    private final SimulatorClock clock = new SimulatorClock(Instant.EPOCH);
    private VideoCloudSimulator simulator;
    private CamelContext context;
    private WalkedRoute route;

    /**
     * @param scheme of the URIs
     * @param headers the names of the component's headers
     */
    protected FeedWalkCase(String scheme, HeaderNames headers) {
        this.scheme = scheme;
        this.headers = headers;
    }

    /** A new component that has the keys the simulator knows by itself. */
    protected abstract VideoComponent newComponent();

    /** What follows the scheme in the URI of an action. */
    protected abstract String path(String api, String action);

    /** Whether this class walks the feeds of an API; several classes let several processes share the walk. */
    protected boolean walks(String api) {
        return true;
    }

    @BeforeAll
    void startTheCloud() {
        simulator = VideoCloudSimulator.builder().clock(clock).rateLimits(false).start();
        VideoComponent component = newComponent();
        component.setClock(clock);
        component.getConfiguration().setEndpointUrl(simulator.url());
        component.getConfiguration().setRateLimit(0);
        component.getConfiguration().setMaxRetries(0);
        context = new DefaultCamelContext();
        context.addComponent(scheme, component);
        context.start();
    }

    @AfterAll
    void closeTheCloud() {
        context.stop();
        simulator.close();
    }

    @AfterEach
    void removeTheRoute() throws Exception {
        route.remove();
        simulator.reset();
    }

    private FeedWalk begin(WalkedFeed feed) throws Exception {
        return begin(feed, "");
    }

    private FeedWalk begin(WalkedFeed feed, String options) throws Exception {
        String api = feed.api().id();
        String action = feed.action().name();
        // a feed starts at the moment of its route
        clock.set(FeedWalk.slot(feed.scenario(), 0));
        route = new WalkedRoute(
                context, scheme + ":" + path(api, action), feed.options(feed.scenario()) + options, headers);
        return new FeedWalk(feed, simulator.world().feed(api, action), route, clock);
    }

    private Stream<Named<WalkedFeed>> feeds(Predicate<WalkedFeed> which) throws IOException {
        return CatalogFile.all(scheme).stream()
                .filter(file -> walks(file.id()))
                .map(CatalogFile::api)
                .flatMap(FeedWalkCase::declared)
                .filter(which)
                .map(feed -> Named.of(feed.api().id() + "/" + feed.action().name(), feed));
    }

    private static Stream<WalkedFeed> declared(ApiCatalog api) {
        return api.actions().values().stream()
                .filter(action -> action.feed() != null)
                .map(action -> new WalkedFeed(api, action));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void deliversEachItemOnceOverAStopInTheMiddle(WalkedFeed feed) throws Exception {
        FeedScenario scenario = feed.scenario();
        int slots = scenario.isOfPresent() ? 1 : 3;
        int perSlot = Math.max(2, 1 + feed.pageLength(scenario));
        // an answer that is the item is one however empty, so that there is no empty list
        boolean isState = feed.isWholeAnswer() && feed.spec() instanceof SnapshotSpec;
        int first = feed.isWholeAnswer() ? 0 : 1;
        List<Expected> items = scenario.items(FeedWalk.slot(scenario, first), slots, perSlot, 1);
        assertThat(mostAtOnce(items)).isGreaterThan(feed.pageLength(scenario));
        int half = (items.size() + 1) / 2;
        FeedWalk walk = begin(feed, "&maxMessagesPerPoll=" + half);
        if (!isState) {
            walk.route().poll();
        }
        if (first > 0) {
            walk.pollAtBeginOf(first);
        }
        walk.requireNothing();

        walk.list(items);
        walk.pollAtBeginOf(first + slots);
        assertThat(walk.route().delivered()).hasSize(half);
        walk.route().stop();
        walk.route().start();
        walk.route().poll();
        walk.requireDelivered(added(items));
        walk.route().stop();

        List<Expected> all = new ArrayList<>(items);
        if (scenario.isOfPresent()) {
            walk.script().clear();
        }
        if (!isState) {
            all.addAll(walk.list(scenario.items(walk.slot(first + slots), slots, perSlot, 2)));
        }
        walk.clockBehind(walk.slot(first + 2 * slots));
        walk.route().start();
        walk.route().poll();
        walk.route().poll();
        walk.requireDelivered(added(all));
        walk.route().poll();
        walk.requireDelivered(added(all));
        walk.requireOldestFirst();
    }

    /** Items of one partition and moment, which are listed together. */
    private static long mostAtOnce(Collection<Expected> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> item.item().partition() + " " + item.time(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(count -> count)
                .max()
                .orElse(0);
    }

    Stream<Named<WalkedFeed>> feeds() throws IOException {
        return feeds(feed -> true);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("logs")
    void deliversALateItemOnce(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        walk.route().poll();
        Instant late = walk.slot(0).plus(walk.halfOfLookback());
        Instant punctual = late.plus(walk.halfOfLookback());
        List<Expected> all = new ArrayList<>(walk.list(walk.scenario().items(punctual, 1, 2, 1)));
        walk.pollBehind(punctual);
        walk.requireDelivered(added(all));
        all.addAll(walk.list(walk.scenario().items(late, 1, 1, 2)));
        walk.route().poll();
        walk.pollAfterLookback();
        walk.requireDelivered(added(all));
        walk.pollAfterLookback();
        walk.requireDelivered(added(all));
    }

    Stream<Named<WalkedFeed>> logs() throws IOException {
        return feeds(feed -> feed.spec() instanceof LogSpec);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("delayedSeries")
    void deliversASlotOnceThatIsListedAtTheEndOfItsGracePeriod(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        walk.route().poll();
        List<Expected> slot = walk.scenario().items(walk.slot(0), 1, 2, 1);
        Instant complete = walk.slot(1).plus(walk.scenario().gracePeriod());
        slot.forEach(item -> walk.script().add(item.item().listedFrom(complete.minusSeconds(1))));
        clock.set(complete.minusSeconds(2));
        walk.route().poll();
        walk.requireNothing();
        walk.pollAtBeginOf(1);
        walk.requireDelivered(added(slot));
        if (!feed.isWholeAnswer()) {
            walk.pollAtBeginOf(2);
            walk.requireDelivered(added(slot));
        }
    }

    Stream<Named<WalkedFeed>> delayedSeries() throws IOException {
        return feeds(feed ->
                feed.spec() instanceof SeriesSpec series && series.gracePeriod().compareTo(Duration.ofSeconds(2)) > 0);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("feedsWithEmptyCodes")
    void takesACodeThatMeansNothingForAnEmptyList(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        int slot = 0;
        for (String code : feed.codes().empty()) {
            walk.script().emptyAs(code);
            walk.route().poll();
            int calls = simulator.requests().count();
            walk.pollAtBeginOf(++slot);
            assertThat(simulator.requests().count()).as(code).isGreaterThan(calls);
        }
        walk.requireNothing();
        List<Expected> items = walk.list(walk.scenario().items(walk.slot(slot), 1, 2, 1));
        walk.pollAtBeginOf(slot + 1);
        walk.requireDelivered(added(items));
    }

    Stream<Named<WalkedFeed>> feedsWithEmptyCodes() throws IOException {
        return feeds(feed -> !feed.codes().empty().isEmpty());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("feedsOfStates")
    void deliversTheStateThatACodeMeans(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        List<String> expected = new ArrayList<>();
        feed.codes().states().forEach((code, state) -> {
            walk.script().emptyAs(code);
            walk.route().poll();
            walk.scenario()
                    .partitions()
                    .forEach(
                            partition -> expected.add(String.join(",", partition.values()) + " {state=" + state + "}"));
        });
        assertThat(walk.route().delivered())
                .extracting(delivery -> delivery.partition() + " " + delivery.fields())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(walk.route().failures()).isEmpty();
    }

    Stream<Named<WalkedFeed>> feedsOfStates() throws IOException {
        return feeds(feed -> feed.isWholeAnswer() && !feed.codes().states().isEmpty());
    }

    /** What the vendor keeps of a partition is delivered when it is there again. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("feedsWithPartitionsThatMayBeUnavailable")
    void leavesPartitionsAloneThatTheVendorSaysAreUnavailable(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        walk.route().poll();
        List<Map<String, String>> partitions = walk.scenario().partitions();
        List<Delivery> expected = new ArrayList<>();
        int slot = 0;
        for (String code : unavailableCodes(feed)) {
            List<Expected> items = walk.list(walk.scenario().items(walk.slot(slot), 1, 2, 1 + slot));
            slot++;
            partitions.forEach(
                    values -> values.values().forEach(value -> walk.script().gone(value, code)));
            // if these were failures of all partitions, the poll would fail
            walk.pollAtBeginOf(slot);
            walk.requireDelivered(expected);
            for (Map<String, String> values : partitions) {
                values.values().forEach(walk.script()::back);
                clock.advance(PAUSE);
                walk.route().poll();
                expected.addAll(added(items.stream()
                        .filter(item -> item.item().partition().equals(values))
                        .toList()));
                walk.requireDelivered(expected);
            }
        }
    }

    Stream<Named<WalkedFeed>> feedsWithPartitionsThatMayBeUnavailable() throws IOException {
        return feeds(feed -> !unavailableCodes(feed).isEmpty());
    }

    private static Set<String> unavailableCodes(WalkedFeed feed) {
        return feed.isWholeAnswer()
                ? feed.codes().gone()
                : feed.codes().unavailable().keySet();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("feedsOfItemsThatChange")
    void deliversAnItemAgainThatChangedWhileAnotherAppearedLate(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        if (!feed.isWholeAnswer()) {
            walk.route().poll();
        }
        Instant late = walk.slot(0).plus(walk.halfOfLookback());
        Instant punctual = late.plus(walk.halfOfLookback());
        List<Expected> items = walk.list(walk.scenario().items(punctual, 1, 2, 1));
        walk.pollBehind(punctual);
        List<Delivery> expected = new ArrayList<>(added(items));
        walk.requireDelivered(expected);
        ScriptedItem first = items.get(0).item();
        Expected revised = walk.scenario().revised(items.get(0));
        walk.script().revise(first, clock.instant(), revised.item().fields());
        expected.add(Delivery.of(revised, "changed"));
        if (!feed.isWholeAnswer()) {
            expected.addAll(added(walk.list(walk.scenario().items(late, 1, 1, 2))));
        }
        walk.pollAfterLookback();
        walk.requireDelivered(expected);
        walk.pollAfterLookback();
        walk.requireDelivered(expected);
    }

    Stream<Named<WalkedFeed>> feedsOfItemsThatChange() throws IOException {
        return feeds(feed -> feed.scenario().isRevisable());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("listsWithoutTime")
    void tellsOnceThatAMemberIsNoLongerListed(WalkedFeed feed) throws Exception {
        FeedWalk walk = begin(feed);
        List<Expected> items = walk.list(walk.scenario().items(walk.slot(0), 1, 2, 1));
        walk.route().poll();
        List<Delivery> expected = new ArrayList<>(added(items));
        walk.requireDelivered(expected);
        walk.script().vanish(items.get(0).item(), clock.instant());
        if (!((SnapshotSpec) feed.spec()).expires()) {
            expected.add(Delivery.of(items.get(0), "removed").without(feed.secrets()));
        }
        for (int reading = 0; reading < 3; reading++) {
            walk.route().poll();
        }
        walk.requireDelivered(expected);
    }

    Stream<Named<WalkedFeed>> listsWithoutTime() throws IOException {
        return feeds(feed -> feed.spec() instanceof SnapshotSpec && !feed.isWholeAnswer());
    }
}
