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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.LogSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.simulator.feed.FeedScenario;
import io.github.camelvideo.simulator.feed.FeedScenario.Expected;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.tencent.SimulatedCloud;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every feed that the catalogs declare delivers each item once, over a stop in the middle, with key, time and partition. The items are
 * invented by the descriptor; the vendor lists them over its own protocol.
 */
abstract class FeedWalk extends SimulatedCloud {

    /** Midnight in China, a whole hour elsewhere. */
    private static final Instant START = Instant.parse("2026-06-01T16:00:00Z");

    private final Instant before = CLOCK.instant();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private String action;

    @BeforeEach
    void startTheDay() {
        CLOCK.set(START);
        context.getRegistry().bind("offsets", new MemoryStateRepository());
    }

    @AfterEach
    void leaveTheCloudAsItWas() {
        context.stop();
        CLOCK.set(before);
        cloud().world().clear();
        cloud().requests().clear();
    }

    /** The feeds of APIs whose names fit; a class for each half lets two processes share the walk. */
    static Stream<Named<Feed>> feeds(Predicate<String> api) throws IOException {
        return CatalogFile.all().stream()
                .filter(file -> api.test(file.id()))
                .flatMap(file -> file.api().actions().values().stream()
                        .filter(action -> action.feed() != null)
                        .map(action -> Named.of(file.id() + "/" + action.name(), new Feed(file.api(), action))));
    }

    record Feed(ApiCatalog api, Action action) {}

    @ParameterizedTest
    @MethodSource("feeds")
    void deliversEachItemOnce(Feed feed) throws Exception {
        action = feed.action().name();
        FeedScenario scenario = FeedScenario.of(feed.api(), feed.action());
        ScriptedFeed script = cloud().world().feed(feed.api().id(), action);
        FeedSpec spec = feed.action().feed();
        Instant first = scenario.firstSlot(START);
        CLOCK.set(first);
        start(uri(feed, scenario));
        // it has begun at this moment when it asks the vendor for the time
        await().atMost(Duration.ofSeconds(30)).until(() -> cloud().requests().count() > 0);

        int slots = scenario.isOfPresent() ? 1 : 3;
        List<Expected> early = scenario.items(first, slots, 1);
        list(script, early);
        clockTo(spec, scenario, first, slots);
        awaitAll(early);
        stop();
        List<Expected> late = spec instanceof SnapshotSpec && spec.list().isWholeAnswer()
                ? List.of()
                : scenario.items(slot(scenario, first, slots), slots, 2);
        if (scenario.isOfPresent()) {
            script.clear();
        }
        list(script, late);
        clockTo(spec, scenario, first, 2 * slots);
        context.getRouteController().startRoute("feed");
        List<Expected> all = new ArrayList<>(early);
        all.addAll(late);
        awaitAll(all);
        pollAgain(spec);
        stop();

        boolean isDigest = all.get(0).key() == null;
        boolean isOfReading = all.get(0).time() == null;
        List<String> expected = all.stream().map(FeedWalk::told).toList();
        assertThat(normalized(delivered, isDigest, isOfReading))
                .containsExactlyInAnyOrderElementsOf(normalized(expected, isDigest, isOfReading));
        assertThat(delivered).doesNotHaveDuplicates();
    }

    private static Instant slot(FeedScenario scenario, Instant first, int number) {
        return first.plus(scenario.step().multipliedBy(number));
    }

    private static void list(ScriptedFeed script, List<Expected> items) {
        items.forEach(expected -> script.add(expected.item()));
    }

    private static void clockTo(FeedSpec spec, FeedScenario scenario, Instant first, int slots) {
        Duration grace = Duration.ZERO;
        if (spec instanceof SeriesSpec series) {
            grace = series.gracePeriod();
        } else if (spec instanceof LogSpec log) {
            grace = log.gracePeriod();
        }
        CLOCK.set(slot(scenario, first, slots).plus(grace).plusSeconds(1));
    }

    private void awaitAll(List<Expected> items) {
        await(action + " " + delivered.size() + "/" + items.size())
                .atMost(Duration.ofSeconds(30))
                .until(() -> delivered.size() >= items.size());
    }

    /** What a poll did wrong would show in the next one; a series reads only when another slot is complete. */
    private void pollAgain(FeedSpec spec) {
        if (!(spec instanceof SeriesSpec)) {
            int calls = cloud().requests().count();
            await().until(() -> cloud().requests().count() >= calls + 2);
        }
    }

    /** What came, with a mark in the place of a key that is a digest and of a time that is that of the reading. */
    private static List<String> normalized(List<String> told, boolean isDigest, boolean isOfReading) {
        return told.stream()
                .map(text -> text.split("\t", -1))
                .map(parts -> parts[0] + "\t" + (isDigest ? "?" : parts[1]) + "\t" + (isOfReading ? "?" : parts[2]))
                .toList();
    }

    private static String told(Expected item) {
        return String.join(
                        ",", item.item().partition().values().stream().sorted().toList()) + "\t" + item.key() + "\t"
                + item.time();
    }

    private void start(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("feed").process(exchange -> delivered.add(told(exchange)));
            }
        });
    }

    private void stop() throws Exception {
        context.getRouteController().stopRoute("feed");
    }

    private String told(Exchange exchange) {
        String partition = exchange.getMessage().getHeader("CamelTencentVideoForEach", "", String.class);
        return String.join(",", Stream.of(partition.split(",")).sorted().toList()) + "\t"
                + exchange.getMessage().getHeader("CamelTencentVideoItemKey") + "\t"
                + exchange.getMessage().getHeader("CamelTencentVideoItemTime");
    }

    private static String uri(Feed feed, FeedScenario scenario) {
        Action action = feed.action();
        StringBuilder uri = new StringBuilder("tencent-video:" + feed.api().id() + "/" + action.name()
                + "?delay=20&initialDelay=0&offsetRepository=#offsets");
        if (action.region() == Action.RegionRule.REQUIRED) {
            uri.append("&region=").append(action.regions().get(0));
        }
        if (action.feed() instanceof SnapshotSpec) {
            uri.append("&initial=announce");
        }
        boolean isOption = action.paging() != null
                && action.paging().sizeParameter() != null
                && !action.paging().sizeParameter().equals("pageSize");
        if (isOption) {
            uri.append("&pageSize=").append(smallestPage(action));
        }
        Set<String> supplied = new HashSet<>(FeedFactory.suppliedParameters(action));
        List<String> parameters = scenario.partitionParameters();
        if (!parameters.isEmpty()) {
            uri.append("&forEach=").append(String.join(",", parameters)).append("&forEachIn=RAW(");
            List<String> tuples = scenario.partitions().stream()
                    .map(partition -> String.join(",", partition.values()))
                    .toList();
            uri.append(String.join(parameters.size() == 1 ? "," : ";", tuples)).append(")");
            supplied.addAll(parameters);
        }
        action.parameters().values().stream()
                .filter(field -> field.required() && !supplied.contains(field.name()))
                .forEach(field -> uri.append("&")
                        .append(field.name())
                        .append("=RAW(")
                        .append(sample(field))
                        .append(")"));
        return uri.toString();
    }

    private static long smallestPage(Action action) {
        Field size = action.parameters().get(action.paging().sizeParameter());
        return size == null || size.min() == null ? 2 : Math.max(2, size.min().longValue());
    }

    private static String sample(Field field) {
        FieldType type = field.type().isArray() ? field.type().item() : field.type();
        if (!field.values().isEmpty()) {
            return field.values().get(0);
        }
        return switch (type.kind()) {
            case INTEGER -> field.min() == null ? "1" : field.min().toString();
            case BOOLEAN -> "true";
            case FLOAT -> "1.5";
            default -> "sample";
        };
    }
}
