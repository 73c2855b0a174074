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
package io.github.camelvideo.endpointdsl;

import static io.github.camelvideo.endpointdsl.aliyun.Linkvisual.linkvisual;
import static io.github.camelvideo.endpointdsl.tencent.Iotvideoindustry.iotvideoindustry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.endpointdsl.tencent.TencentVideoCall;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Routes made of builders, against the simulator. */
class BuiltRoutesIT extends CamelTestSupport {

    /** What a URI written by hand would have to protect. */
    private static final String SECRET = "canary+/=";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().account("AKIDbuilder", SECRET));

    private final MemoryStateRepository offsets = new MemoryStateRepository();

    @Test
    void aCallReachesTheVendorWithItsParameters() {
        String id = CLOUD.simulator().world().devices().get(0).id();

        Object device = template.requestBodyAndHeader("direct:device", null, "device", id);

        assertThat(device).asString().contains(id);
    }

    @Test
    void theVendorGetsAValueAsItWasGiven() {
        for (String value : List.of(
                "2026-01-31T08:00:00+08:00",
                "a&b=c",
                "100%",
                "100%41",
                "a b",
                "?x",
                "(a)",
                "a)&b",
                "{\"a\":[1]}",
                "录像",
                "a+b/c==")) {
            template.requestBody(
                    withKey(iotvideoindustry().describeDeviceList().nickName(value))
                            .resolve(context),
                    (Object) null);

            var sent = CLOUD.simulator().requests().of("DescribeDeviceList");
            assertThat(sent.get(sent.size() - 1).parameters().path("NickName").asText())
                    .isEqualTo(value);
        }
    }

    /** {@code toD} makes an endpoint of each value. */
    @Test
    void aValueOfAHeaderIsAValueWhateverItHas() {
        for (String value : List.of(
                "a&b=c",
                "a+b/c==",
                "100%",
                "100%41",
                "录像",
                "{x}",
                "a\"b",
                "x&endpointUrl=http://127.0.0.1:1",
                "#x",
                "a b")) {
            Exchange exchange =
                    template.request("direct:named", in -> in.getIn().setHeader("name", value));

            assertThat(exchange.getException()).as(value).isNull();
            var sent = CLOUD.simulator().requests().of("DescribeDeviceList");
            assertThat(sent.get(sent.size() - 1).parameters().path("NickName").asText())
                    .isEqualTo(value);
        }
    }

    @Test
    void aValueOfAHeaderDoesNotEndItsParameter() {
        Exchange exchange = template.request(
                "direct:named", in -> in.getIn().setHeader("name", "x)&maxRetries=99&endpointUrl=http://127.0.0.1:1"));

        assertThat(exchange.getException()).hasMessageContaining("would add, remove or change");
    }

    @Test
    void allPagesOfAListAreRead() {
        int devices = CLOUD.simulator().world().devices().size();

        Object list = template.requestBody("direct:devices", (Object) null);

        assertThat(list).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(devices);
    }

    @Test
    void aBuilderServesEveryPlaceThatTakesAnEndpoint() throws Exception {
        getMockEndpoint("mock:tapped").expectedMessageCount(1);
        CLOUD.simulator().world().raiseAlarm(Instant.now().minusSeconds(60));

        Object polled = template.requestBody("direct:enriched", (Object) null);

        assertThat(polled).asString().contains("WarnChannel");
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void aFeedDeliversAndStoresItsPosition() throws Exception {
        MockEndpoint alarms = getMockEndpoint("mock:alarms");
        alarms.expectedMinimumMessageCount(1);

        CLOUD.simulator().world().raiseAlarm(Instant.now());

        alarms.assertIsSatisfied();
        assertThat(offsets.getState("alarms")).isNotNull();
    }

    @Test
    void noTextOfTheRouteShowsTheSecret() {
        assertThat(context.getRoutes().toString() + context.getEndpoints()).doesNotContain(SECRET, "canary");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        Properties properties = new Properties();
        properties.put("cloud", CLOUD.simulator().url().toString());
        properties.put("secret", SECRET);
        properties.put("page", "2");
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().setOverrideProperties(properties);
        return context;
    }

    private static <T extends TencentVideoCall<T>> T withKey(T builder) {
        return builder.endpointUrl("{{cloud}}").secretId("AKIDbuilder").secretKey("{{secret}}");
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:device")
                        .toD(withKey(iotvideoindustry().describeDevice().deviceId("${header.device}")));
                from("direct:named")
                        .toD(withKey(iotvideoindustry().describeDeviceList().nickName("${header.name}")));
                from("direct:devices")
                        .to(withKey(iotvideoindustry()
                                .describeDeviceList()
                                .limit("{{page}}")
                                .paging(PagingMode.ALL)));
                from(iotvideoindustry()
                                .describeWarnings()
                                .delay(200)
                                .offsetRepository(offsets)
                                .offsetKey("alarms")
                                .endpointUrl("{{cloud}}")
                                .secretId("AKIDbuilder")
                                .secretKey(SECRET))
                        .to("mock:alarms");
                from("direct:enriched")
                        .enrich(withKey(iotvideoindustry().describeDeviceList().limit(1)))
                        .to("mock:tapped")
                        .setBody(simple("${null}"))
                        .wireTap(withKey(iotvideoindustry().describeDeviceList()))
                        .pollEnrich(
                                withKey(iotvideoindustry()
                                        .describeWarnings()
                                        .startFrom("PT1H")
                                        .offsetKey("polled")),
                                10_000);
                from("direct:events")
                        .to(linkvisual()
                                .queryDeviceEvent()
                                .endpointUrl("{{cloud}}")
                                .accessKeyId("AKIDbuilder")
                                .accessKeySecret("{{secret}}"));
            }
        };
    }
}
