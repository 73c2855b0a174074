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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** APIs that a user brings with the option {@code catalogs} of component and simulator. */
class OwnCatalogIT extends CamelTestSupport {

    private static final String CATALOGS = "file:src/test/resources/own-catalogs";
    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-06-01T00:00:00Z");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().catalogs(CATALOGS).clock(CLOCK).rateLimits(false));

    private static VideoCloudSimulator cloud() {
        return CLOUD.simulator();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        TencentVideoComponent component = new TencentVideoComponent();
        component.setCatalogs(CATALOGS);
        component.setClock(CLOCK);
        component.getConfiguration().setSecretId(VideoCloudSimulator.SECRET_ID);
        component.getConfiguration().setSecretKey(VideoCloudSimulator.SECRET_KEY);
        component.getConfiguration().setEndpointUrl(cloud().url());
        context.addComponent("tencent-video", component);
        return context;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("tencent-video:rooms/DescribeRooms?Site=west&initial=ANNOUNCE&delay=100")
                        .to("mock:rooms");
            }
        };
    }

    /** The simulator refuses what is not signed for the service. */
    @Test
    void isSignedAndAnswered() {
        Exchange exchange = call("rooms/CloseRoom?RoomId=7&region=eu-frankfurt");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                .isNotNull();
        RecordedRequest request = cloud().requests().last();
        assertThat(request.headers())
                .containsEntry("x-tc-version", "2026-01-01")
                .containsEntry("x-tc-region", "eu-frankfurt");
        assertThat(request.parameters().toString()).isEqualTo("{\"RoomId\":7}");
    }

    @Test
    void parametersAreCheckedWithSuggestions() {
        assertThat(refusal("rooms/CloseRoom?RoomID=7"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("RoomID")
                .hasMessageContaining("did you mean 'RoomId'?");
        assertThat(refusal("rooms/DescribeRooms?Site=north")).hasMessageContainingAll("Site", "east", "west");
        assertThat(refusal("rooms/CloseRom"))
                .hasMessageContainingAll(
                        "unknown action 'CloseRom' (did you mean 'CloseRoom'?)",
                        "validation=LENIENT",
                        "catalog-tools",
                        "2026-06-01");
        assertThat(cloud().requests().count("CloseRoom")).isZero();
    }

    @Test
    void aListIsReadPageByPage() {
        Exchange exchange = call("rooms/DescribeRooms?Site=east&paging=ALL");

        assertThat(exchange.getException()).isNull();
        List<JsonNode> pages = cloud().requests().all().stream()
                .filter(request -> request.parameters().path("Site").asText().equals("east"))
                .map(RecordedRequest::parameters)
                .toList();
        assertThat(pages)
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.path("Limit").asInt()).isEqualTo(2));
    }

    @Test
    void isRepeatedByTheSameRules() {
        cloud().faults().next("CloseRoom", 1, Fault.THROTTLE);

        Exchange exchange = call("rooms/CloseRoom?RoomId=7");

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().count("CloseRoom")).isEqualTo(2);
    }

    @Test
    void anActionThatNobodyKnowsIsSignedAndSent() {
        Exception failure = call("rooms/OpenRoom?validation=LENIENT&Name=n").getException();

        assertThat(failure).isInstanceOf(ApiException.class);
        assertThat(((ApiException) failure).getCode()).isEqualTo("InvalidAction");
        assertThat(cloud().requests().last().action()).isEqualTo("OpenRoom");
    }

    @Test
    void aListWithADescriptionIsAFeed() throws Exception {
        cloud().world()
                .feed("rooms", "DescribeRooms")
                .add(CLOCK.instant(), ExactJson.object().put("RoomId", 7).put("Name", "Hall"));
        MockEndpoint rooms = getMockEndpoint("mock:rooms");
        rooms.expectedHeaderValuesReceivedInAnyOrder(TencentVideoConstants.ITEM_KEY, "7");

        rooms.assertIsSatisfied();
    }

    /** The simulator is at one address for all hosts, so that the service and the version tell which API is meant, or the action alone. */
    @ParameterizedTest
    @CsvSource({
        "live-same/DescribeSameThings, TC3_HMAC_SHA256",
        "live-next/DescribeNextThings, TC3_HMAC_SHA256",
        "live/DescribeLiveDomains, TC3_HMAC_SHA256",
        "live-same/DescribeSameThings, HMAC_SHA256",
        "live-next/DescribeNextThings, HMAC_SHA256",
        "live/DescribeLiveDomains, HMAC_SHA256",
        "old-halls/DescribeHalls, TC3_HMAC_SHA256"
    })
    void severalApisOfOneServiceAreToldApart(String action, String signMethod) {
        assertThat(call(action + "?signMethod=" + signMethod).getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooms/CloseRoom?RoomId=7&Entry=canary",
                "rooms/CloseRoom?RoomId=7&Door.Next.Code=canary",
                "rooms/CloseRoom?RoomId=7&Enrty=canary",
                "rooms/OpenRoom?OwnPassword=canary",
                "rooms/OpenRoom?OwnPin=canary&validation=LENIENT",
                "broken/DescribeNothing?OwnBroken=canary",
                "nowhere/DescribeNothing?OwnNowhere=canary"
            })
    void whatIsSecretOrMayBeIsNotShown(String uri) {
        String shown;
        try {
            Endpoint endpoint = context.getEndpoint("tencent-video:" + uri);
            shown = endpoint.getEndpointUri() + endpoint + call(uri).getException();
        } catch (ResolveEndpointFailedException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            shown = trace.toString();
        }

        assertThat(shown).contains(uri.substring(0, uri.indexOf('?'))).doesNotContain("canary");
    }

    @Test
    void aBrokenDocumentStopsItsApiAloneAndIsNamed() {
        assertThat(refusal("broken/DescribeNothing"))
                .hasMessageContainingAll(
                        "broken/actions/DescribeNothing/request: must be a list", "broken.json", "catalog-tools check");
        assertThat(refusal("other/DescribeNothing"))
                .hasMessageContainingAll("other/protocol", "tencent-cloud-api-3", "'another-protocol'");
    }

    @Test
    void aNewerBaseReplacesTheBuiltInOneAndKeepsWhatPeopleSaid() {
        assertThat(call("mdl/DescribeTomorrow").getException()).isNull();
        assertThat(refusal("mdl/DescribeStreamLiveRegions")).hasMessageContaining("2027-01-01");
        // the feed is of the built-in document of feeds
        assertThat(catchThrowable(() -> context.getEndpoint("tencent-video:mdl/DescribeStreamLiveChannels")
                        .createConsumer(exchange -> {})))
                .isNull();
    }

    private Exchange call(String uri) {
        return template.send("tencent-video:" + uri, exchange -> {});
    }

    private Throwable refusal(String uri) {
        Throwable cause = catchThrowable(() -> context.getEndpoint("tencent-video:" + uri));
        assertThat(cause).as(uri).isNotNull();
        while (cause.getCause() != null && !(cause instanceof InvalidRequestException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
