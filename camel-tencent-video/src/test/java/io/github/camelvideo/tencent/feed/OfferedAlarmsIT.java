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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.consumer.OfferRefusedException;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.world.Device;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route offers alarms that it received elsewhere to the feed that polls them. */
class OfferedAlarmsIT extends FeedRoute {

    private static final String TO = API + ALARMS + "?offerTo=alarms";
    private static final String FEED = "startFrom=PT1H&acceptOffers=true&offsetKey=alarms";
    private static final String QUIET = FEED + "&delay=600000&initialDelay=0";
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path directory;

    /** Key or event, and origin, of each message. */
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final List<Object> bodies = new CopyOnWriteArrayList<>();
    private Device device;

    @BeforeEach
    void aDevice() {
        device = world().addDevice("gate");
    }

    private void feed(CamelContext where, String options, Consumer<RouteDefinition> steps) throws Exception {
        where.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(uri(options)).routeId(ROUTE);
                steps.accept(route);
                route.process(exchange -> note(exchange.getMessage()));
            }
        });
    }

    private void feed(String options) throws Exception {
        feed(context, options, route -> {});
    }

    private void note(Message message) {
        String event = message.getHeader(TencentVideoConstants.EVENT, String.class);
        String key = message.getHeader(TencentVideoConstants.ITEM_KEY, String.class);
        bodies.add(message.getBody());
        told.add((event == null ? key : event) + " " + message.getHeader(TencentVideoConstants.ORIGIN));
    }

    /** Offers a record, and gives why that failed, or null. */
    private Throwable offer(CamelContext where, Object record) throws Exception {
        try (var sender = where.createProducerTemplate()) {
            return sender.send(TO, exchange -> exchange.getMessage().setBody(record))
                    .getException();
        }
    }

    private void offered(Object record) throws Exception {
        assertThat(offer(context, record)).isNull();
    }

    private Map<String, Object> record(long id, Instant time) {
        return Map.of("Id", id, "DeviceId", device.id(), "CreateTime", LOCAL.format(time));
    }

    private void awaitTold(int count) {
        until(count + " messages", () -> told.size() >= count);
    }

    @Test
    void deliversAnAlarmOnceWhicheverWayTellsItFirst() throws Exception {
        Instant time = now().minusSeconds(10);
        long polled = world().raiseAlarm(device, time);
        feed(FEED);
        awaitTold(1);
        offered(record(polled, time));
        offered(record(polled + 1, time));
        awaitTold(2);
        assertThat(world().raiseAlarm(device, time)).isEqualTo(polled + 1);
        offered(record(polled + 1, time));
        awaitMoreReading();
        CLOCK.advance(Duration.ofHours(5));
        offered(record(polled, time));
        offered(record(polled + 1, time));
        awaitMoreReading();

        assertThat(told).containsExactly(polled + " poll", polled + 1 + " forward");
    }

    @Test
    void findsAlarmsInAnyFormatOfTheRecord() throws Exception {
        feed(QUIET);
        long millis = now().minusSeconds(30).toEpochMilli();
        String text =
                "{\"type\":1,\"id\":\"m-77\",\"data\":\"{\\\"id\\\":501,\\\"deviceId\\\":\\\"d1\\\",\\\"createTime\\\":"
                        + millis + ",\\\"Extra\\\":1}\"}";
        offered(text.getBytes(StandardCharsets.UTF_8));
        awaitTold(1);
        offered(List.of(record(502, now()), Map.of("alarm", record(503, now()))));
        awaitTold(3);

        assertThat(told).containsExactly("501 forward", "502 forward", "503 forward");
        JsonNode first = ExactJson.fromObject(bodies.get(0));
        assertThat(first.path("Id").asInt()).isEqualTo(501);
        assertThat(first.path("DeviceId").asText()).isEqualTo("d1");
        assertThat(first.path("Extra").asInt()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutAnAlarmIsDeliveredAsAnItemOfItsOwn() throws Exception {
        feed(QUIET);
        offered("{\"gps\":[1.5,2]}");
        offered("{ \"gps\" : [1.5, 2] }");
        offered("no JSON at all");
        offered(record(601, now()));
        awaitTold(3);

        assertThat(told).containsExactlyInAnyOrder("unknown forward", "unknown forward", "601 forward");
        assertThat(bodies).contains("no JSON at all");
    }

    @Test
    void whatIsStoredIsDeliveredAfterARestart() throws Exception {
        context.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        CountDownLatch arrived = new CountDownLatch(1);
        feed(
                context,
                QUIET + "&offsetRepository=#offsets",
                route -> route.process(exchange -> {
                    arrived.countDown();
                    throw new IllegalStateException("the ticket system is down");
                }));
        Instant time = now().minusSeconds(10);
        offered(record(701, time));
        offered("{\"gps\":1}");
        await(arrived);
        context.stop();
        assertThat(told).isEmpty();

        CamelContext next = createCamelContext();
        try {
            next.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
            next.start();
            feed(next, QUIET + "&offsetRepository=#offsets", route -> {});
            awaitTold(2);
            assertThat(offer(next, record(701, time))).isNull();
            assertThat(offer(next, record(702, time))).isNull();
            awaitTold(3);
        } finally {
            next.stop();
        }
        assertThat(told).containsExactlyInAnyOrder("701 forward", "unknown forward", "702 forward");
    }

    @Test
    void theRecordFailsWithItsAlarmWithoutARepository() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        feed(
                context,
                FEED,
                route -> route.process(exchange -> {
                    if (failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("the ticket system is down");
                    }
                }));

        assertThat(offer(context, record(801, now())))
                .isInstanceOf(OfferRefusedException.class)
                .hasMessageContaining("could not be stored or delivered");
        offered(record(801, now()));

        assertThat(told).containsExactly("801 forward");
    }

    @Test
    void eachDeviceHasItsOwnFeed() throws Exception {
        // what each poll reads again, whether the first one has ended or not
        Instant time = now().minusSeconds(10);
        feed(FEED + "&forEach=DeviceId&forEachIn=" + device.id());
        until("the first reading", () -> cloud().requests().count(ALARMS) > 0);
        long first = world().raiseAlarm(device, time);
        awaitTold(1);
        offered(record(first + 1, time));
        offered(record(first, time));
        assertThat(world().raiseAlarm(device, time)).isEqualTo(first + 1);
        offered(Map.of("Id", first + 2, "CreateTime", LOCAL.format(time)));
        awaitTold(3);
        awaitMoreReading();

        assertThat(told).containsExactly(first + " poll", first + 1 + " forward", "unknown forward");
    }

    @Test
    void failsWithTheRemedyWhereNoSuchFeedRuns() throws Exception {
        String prefix = "tencent-video:iotvideoindustry/DescribeWarnings: offerTo=alarms: ";
        String start = "no such feed runs in this Camel context. Start a route"
                + " from(\"tencent-video:iotvideoindustry/DescribeWarnings?offsetKey=alarms&acceptOffers=true\"),"
                + " and send the record again.";
        assertThat(offer(context, record(1, now()))).hasMessage(prefix + start);
        feed(QUIET.replace("&acceptOffers=true", ""));
        assertThat(offer(context, record(1, now())))
                .hasMessage(prefix + "the feed of route 'feed' does not accept items from other routes."
                        + " Set acceptOffers=true on it, and send the record again.");
        context.getRouteController().stopRoute(ROUTE);
        context.removeRoute(ROUTE);
        feed(QUIET);
        context.getRouteController().suspendRoute(ROUTE);
        assertThat(offer(context, record(1, now()))).hasMessageContaining("the feed is suspended or stopped");
        context.getRouteController().stopRoute(ROUTE);
        assertThat(offer(context, record(1, now()))).hasMessage(prefix + start);
        context.getRouteController().startRoute(ROUTE);
        offered(record(1, now()));
        awaitTold(1);

        assertThat(told).containsExactly("1 forward");
    }
}
