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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.feed.ScriptedFeed;
import io.github.camelvideo.simulator.feed.ScriptedItem;
import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.language.ConstantExpression;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items of all kinds of feeds as CloudEvents. */
class CloudEventsIT extends SimulatedCloud {

    private static final DataType CLOUD_EVENT = new DataType("tencent-video:application-cloudevents");
    private static final String TYPE = "io.github.camelvideo.tencent-video.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Message> events = new CopyOnWriteArrayList<>();
    private final Instant start = Instant.parse("2026-06-01T00:00:00Z");
    private final Instant before = CLOCK.instant();

    /** Other tests have moved it. */
    @BeforeEach
    void setTheClock() {
        CLOCK.set(start);
    }

    @AfterEach
    void setTheClockBack() {
        context.stop();
        CLOCK.set(before);
    }

    @Test
    void anItemOfALogIsTheSameEventHoweverItCame() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        cloud().world()
                .feed("live", "DescribeLiveStreamEventList")
                .add(
                        start.minusSeconds(60),
                        json("{'DomainName':'d','AppName':'live','StreamName':'cam 1','StreamStartTime':'s'}"));

        consume("live/DescribeLiveStreamEventList?startFrom=PT1H&DomainName=d", route -> route.transformDataType(
                        CLOUD_EVENT)
                .process(exchange -> {
                    events.add(exchange.getMessage().copy());
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("the broker is down");
                    }
                })
                .setHeader(TencentVideoConstants.ORIGIN, new ConstantExpression("push"))
                .transformDataType(CLOUD_EVENT));
        awaitEvents(3);

        assertThat(events).extracting(CloudEventsIT::attributes).containsOnly(attributes(events.get(0)));
        assertThat(attributes(events.get(0)))
                .isEqualTo(Map.of(
                        "CamelCloudEventID", events.get(0).getHeader(TencentVideoConstants.ITEM_KEY),
                        "CamelCloudEventSubject", events.get(0).getHeader(TencentVideoConstants.ITEM_KEY),
                        "CamelCloudEventVersion", "1.0",
                        "CamelCloudEventSource", "tencent-video:live/DescribeLiveStreamEventList?DomainName=d",
                        "CamelCloudEventType", TYPE + "live.DescribeLiveStreamEventList.added",
                        "CamelCloudEventTime", "2026-05-31T23:59:00Z",
                        "Content-Type", "application/json"));
        Map<?, ?> body = events.get(0).getBody(Map.class);
        assertThat(body.get("StreamName")).isEqualTo("cam 1");
    }

    @Test
    void eachStateOfAnItemOfEachPartitionIsAnEventOfItsOwn() throws Exception {
        ScriptedFeed alerts = cloud().world().feed("mdl", "DescribeStreamLiveChannelAlerts");
        ObjectNode alert = json("{'pipeline':'Pipeline0','Type':'No input','Message':'m'}");
        alerts.add(ScriptedItem.of(start, alert).in(Map.of("ChannelId", "c 1")));
        ScriptedItem raised = alerts.add(ScriptedItem.of(start, alert).in(Map.of("ChannelId", "c2")));

        consume(
                "mdl/DescribeStreamLiveChannelAlerts?region=ap-guangzhou&startFrom=PT1H&outputType=String"
                        + "&forEach=ChannelId&forEachIn=c 1,c2",
                route -> route.transformDataType(CLOUD_EVENT));
        awaitEvents(2);
        alerts.revise(raised, start, alert.put("ClearTime", start.toString()));
        awaitEvents(3);

        String source = "tencent-video:mdl/DescribeStreamLiveChannelAlerts?region=ap-guangzhou&ChannelId=";
        assertThat(events.subList(0, 2))
                .extracting(event -> event.getHeader("CamelCloudEventSource"))
                .containsExactlyInAnyOrder(source + "c%201", source + "c2");
        Message cleared = events.get(2);
        String key = cleared.getHeader(TencentVideoConstants.ITEM_KEY, String.class);
        assertThat(events)
                .extracting(event -> event.getHeader("CamelCloudEventID"))
                .containsExactly(key + "/0", key + "/0", key + "/1");
        assertThat(cleared.getHeader("CamelCloudEventType"))
                .isEqualTo(TYPE + "mdl.DescribeStreamLiveChannelAlerts.changed");
        assertThat(cleared.getHeader("CamelCloudEventSource")).isEqualTo(source + "c2");
        assertThat(cleared.getBody()).isInstanceOf(String.class).asString().startsWith("{");
    }

    @Test
    void aMemberThatIsRemovedAndAddedAgainIsAnotherEvent() throws Exception {
        ScriptedFeed channels = cloud().world().feed("mdl", "DescribeStreamLiveChannels");
        ScriptedItem channel = channels.add(null, json("{'Id':'c1','State':'RUNNING'}"));

        consume(
                "mdl/DescribeStreamLiveChannels?initial=announce&missingReadings=1",
                route -> route.transformDataType(CLOUD_EVENT));
        awaitEvents(1);
        CLOCK.advance(Duration.ofMinutes(1));
        channels.vanish(channel, CLOCK.instant());
        awaitEvents(2);
        CLOCK.advance(Duration.ofMinutes(1));
        channels.add(null, json("{'Id':'c1','State':'RUNNING'}"));
        awaitEvents(3);

        assertThat(events)
                .extracting(event -> event.getHeader("CamelCloudEventID"))
                .containsExactly(
                        "c1/added/" + events.get(0).getHeader("CamelCloudEventTime"),
                        "c1/removed/" + events.get(1).getHeader("CamelCloudEventTime"),
                        "c1/added/" + events.get(2).getHeader("CamelCloudEventTime"))
                .doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.getHeader("CamelCloudEventType"))
                .containsExactly(
                        TYPE + "mdl.DescribeStreamLiveChannels.added",
                        TYPE + "mdl.DescribeStreamLiveChannels.removed",
                        TYPE + "mdl.DescribeStreamLiveChannels.added");
    }

    /** Its items are told apart by their time alone. */
    @Test
    void statisticsOfOtherDomainsAreEventsOfAnotherSource() throws Exception {
        ScriptedFeed figures = cloud().world().feed("live", "DescribeBillBandwidthAndFluxList");
        figures.add(start.minus(Duration.ofHours(2)), json("{'Bandwidth':1.5,'Flux':2}"));

        for (String domain : List.of("a", "b,c")) {
            consume(
                    "live/DescribeBillBandwidthAndFluxList?startFrom=PT125M&PlayDomains=" + domain,
                    route -> route.transformDataType(CLOUD_EVENT));
        }
        awaitEvents(2);

        String source = "tencent-video:live/DescribeBillBandwidthAndFluxList?PlayDomains=";
        assertThat(events)
                .extracting(event -> event.getHeader("CamelCloudEventID"))
                .containsOnly("2026-05-31T22:00:00Z");
        assertThat(events)
                .extracting(event -> event.getHeader("CamelCloudEventSource"))
                .containsExactlyInAnyOrder(source + "a", source + "b%2Cc");
    }

    @Test
    void aRouteMayDeclareItAsTheTypeOfItsInput() throws Exception {
        cloud().world().feed("mdl", "DescribeStreamLiveChannels").add(null, json("{'Id':'c1'}"));

        consume("mdl/DescribeStreamLiveChannels?initial=announce", route -> route.inputType(CLOUD_EVENT.getFullName()));
        awaitEvents(1);

        assertThat(events.get(0).getHeader("CamelCloudEventSubject")).isEqualTo("c1");
    }

    /** An event that is named by the catalog is the same whether the list or a callback tells it. */
    @Test
    void theNameOfAnEventIsItsType() throws Exception {
        cloud().world().feed("mdl", "DescribeStreamLiveChannels").add(null, json("{'Id':'c1'}"));

        consume("mdl/DescribeStreamLiveChannels?initial=announce", route -> route.setHeader(
                        "CamelTencentVideoEvent", new ConstantExpression("stream-started"))
                .transformDataType(CLOUD_EVENT));
        awaitEvents(1);

        assertThat(events.get(0).getHeader("CamelCloudEventType")).isEqualTo(TYPE + "mdl.stream-started");
    }

    @Test
    void theResponseOfACallHasTheIdOfItsExchange() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("tencent-video:mdl/DescribeStreamLiveRegions")
                        .transformDataType(CLOUD_EVENT);
            }
        });

        Exchange called = template.request("direct:call", exchange -> {});

        assertThat(called.getException()).isNull();
        assertThat(attributes(called.getMessage()))
                .containsEntry("CamelCloudEventID", called.getExchangeId())
                .containsEntry("CamelCloudEventSource", "tencent-video:mdl/DescribeStreamLiveRegions")
                .containsEntry("CamelCloudEventType", TYPE + "mdl.DescribeStreamLiveRegions.response")
                .containsKey("CamelCloudEventTime")
                .doesNotContainKey("CamelCloudEventSubject");
    }

    @Test
    void aMessageOfAnotherOriginIsRefused() throws Exception {
        assertThat(refusal(Map.of()))
                .isEqualTo("Data type tencent-video:application-cloudevents: the message has no header"
                        + " CamelTencentVideoAction. Transform messages of tencent-video only, before a step that removes"
                        + " their headers.");
    }

    @Test
    void anItemThatAnotherRouteConsumedIsRefused() throws Exception {
        assertThat(refusal(Map.of(
                        TencentVideoConstants.ACTION,
                        "mdl/DescribeStreamLiveChannels",
                        TencentVideoConstants.ITEM_KEY,
                        "c1")))
                .isEqualTo("Data type tencent-video:application-cloudevents: the item of mdl/DescribeStreamLiveChannels"
                        + " was not consumed by this route, so its source is unknown. Transform it in the route that"
                        + " begins with from(\"tencent-video:…\").");
    }

    private String refusal(Map<String, Object> headers) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:transform").transformDataType(CLOUD_EVENT);
            }
        });
        return template.request(
                        "direct:transform", exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)))
                .getException()
                .getMessage();
    }

    private void consume(String uri, Consumer<RouteDefinition> steps) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from("tencent-video:" + uri + "&initialDelay=0&delay=20");
                steps.accept(route);
                route.process(exchange -> events.add(exchange.getMessage().copy()));
            }
        });
    }

    private void awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> events.size() >= count);
    }

    private static Map<String, Object> attributes(Message event) {
        Map<String, Object> attributes = new TreeMap<>();
        event.getHeaders().forEach((name, value) -> {
            if (name.startsWith("CamelCloudEvent") || name.equals("Content-Type")) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
