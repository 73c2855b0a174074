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

import io.github.camelvideo.VideoEndpoint;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs that each message makes anew. */
class DynamicUriIT extends Calling {

    private static final String DEVICES = "DescribeDeviceList?NickName=${header.name}";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                context.getPropertiesComponent().addInitialProperty("gate.name", "north+gate");
                from("direct:devices").toD(API + DEVICES).to("mock:after");
            }
        };
    }

    private Exchange dynamic(String actionAndOptions, Object body) {
        return dynamic(actionAndOptions, body, Map.of());
    }

    private Exchange dynamic(String actionAndOptions, Object body, Map<String, Object> headers) {
        return toD(API + actionAndOptions, body, headers);
    }

    /** By a route of its own, because path and keys of a dynamic URI are the route's. */
    private Exchange toD(String uri, Object body, Map<String, Object> headers) {
        String route = "direct:route" + context.getRoutesSize();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(route).toD(uri);
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return template.send(route, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        });
    }

    private List<String> endpoints() {
        return context.getEndpoints().stream()
                .filter(VideoEndpoint.class::isInstance)
                .map(endpoint -> endpoint.getEndpointUri().replace("://", ":").replace(API, ""))
                .sorted()
                .toList();
    }

    @Test
    void allValuesShareAnEndpoint() {
        for (String name : List.of("a", "b", "c")) {
            template.requestBodyAndHeader("direct:devices", null, "name", name);

            assertThat(received()).isEqualTo(json("{\"NickName\":\"" + name + "\"}"));
        }

        assertThat(endpoints()).containsExactly("DescribeDeviceList");
    }

    @Test
    void pathAndOptionsTellEndpointsApart() {
        dynamic("DescribeDeviceList?NickName=a", null);
        dynamic("DescribeDeviceList?NickName=b&maxRetries=0&httpMethod=GET", null);
        dynamic("DescribeDeviceList?httpMethod=GET&NickName=c&maxRetries=0", null);
        dynamic("DescribeGroupDevices?GroupId=d", null);

        assertThat(endpoints())
                .containsExactly(
                        "DescribeDeviceList", "DescribeDeviceList?httpMethod=GET&maxRetries=0", "DescribeGroupDevices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "front%20door",
                "front door",
                "50%25",
                "50%2525",
                "a%2Bb",
                "a+b",
                "a=b",
                "a/b:c@d;e,f",
                "RAW(a+b&c%26)",
                "RAW{a)&=?#+%25}",
                "{{gate.name}}",
                "RAW({{gate.name}})",
                "\u5927\u95e8",
                "RAW(\u5927\u95e8 \uD83D\uDE00 %)",
                "%E5%A4%A7%E9%97%A8",
                "#gate",
                "#bean:gate",
                "{\"a\":1}",
                "RAW({\"a\":\"b&c\",\"d\":[1,2]})",
                "1,2",
                ""
            })
    void textsArriveAsThoseOfAFixedUri(String written) {
        answer("DescribeDeviceList?NickName=" + written, null);
        String fixed = received().path("NickName").asText();
        cloud().requests().clear();

        dynamic("DescribeDeviceList?NickName=" + written, null);

        assertThat(received().path("NickName").asText()).isEqualTo(fixed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Bb", "RAW(a+b&c%26)", "RAW({{gate.name}})", "50%25"})
    void optionsArriveAsThoseOfAFixedUri(String written) {
        call("DescribeDeviceList?sessionToken=" + written, null);
        String fixed = cloud().requests().last().headers().get("x-tc-token");
        cloud().requests().clear();

        dynamic("DescribeDeviceList?NickName=a&sessionToken=" + written, null);

        assertThat(cloud().requests().last().headers()).containsEntry("x-tc-token", fixed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WarnLevelArray=1,2",
                "WarnLevelArray=RAW([\"1\",2])",
                "WarnLevelArray.0=1&WarnLevelArray.1=2",
                "WarnLevelArray=1&WarnLevelArray=2"
            })
    void parametersAreTypedByTheCatalog(String written) {
        dynamic("DescribeWarnings?OrderType=1&" + written, null);

        assertThat(received()).isEqualTo(json("{\"OrderType\":1,\"WarnLevelArray\":[1,2]}"));
        assertThat(endpoints()).containsExactly("DescribeWarnings");
    }

    @Test
    void bodyAndHeaderStandAboveTheUri() {
        dynamic(
                "DescribeWarnings?OrderType=1&Offset=1&Limit=1",
                Map.of("Offset", 2, "Limit", 2),
                Map.of(TencentVideoConstants.PARAMETERS, Map.of("Limit", 3)));

        assertThat(received()).isEqualTo(json("{\"OrderType\":1,\"Offset\":2,\"Limit\":3}"));
    }

    @Test
    void aNullOfTheHeaderTakesAParameterAway() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("Offset", null);

        dynamic("DescribeWarnings?OrderType=1&Offset=1", null, Map.of(TencentVideoConstants.PARAMETERS, nothing));

        assertThat(received()).isEqualTo(json("{\"OrderType\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeDeviceList?NickName=a", "DescribeDeviceList?Nickname=a"})
    void theExchangeKeepsNothingOfIt(String call) {
        Map<String, Object> parameters = Map.of("Offset", 0);

        Exchange after = dynamic(call, null, Map.of(TencentVideoConstants.PARAMETERS, parameters, "mine", 1));

        assertThat(after.getMessage().getHeaders())
                .containsEntry(TencentVideoConstants.PARAMETERS, parameters)
                .containsEntry("mine", 1)
                .doesNotContainKey("NickName");
        assertThat(after.getProperties().keySet()).allMatch(name -> !name.contains("CallParameters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeDeviceList?Nickname=a",
                "DescribeDeviceList?Region=ap-guangzhou",
                "DescribeDeviceList?Offset=many",
                "DescribeDeviceList?maxretry=1",
                "DescribeDeviceList?maxRetries=many",
                "DescribeWarnings?WarnLevelArray=RAW([1)",
                "DescribeDevicesList?NickName=a"
            })
    void whatAFixedUriRefusesIsRefused(String call) {
        String reason = refusal(API + call).getMessage();

        Exchange refused = dynamic(call, Map.of("OrderType", 1));

        assertThat(rootCause(refused.getException())).hasMessage(reason);
        nothingWasSent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iotvideo/DescribeDeviceList?NickName=a", "iotvideoindustry?NickName=a", "iotvideoindustry/"})
    void aWrongPathIsRefusedWithTheReason(String path) {
        String reason = refusal("tencent-video:" + path).getMessage();

        Exchange refused = toD("tencent-video:" + path, null, Map.of());

        assertThat(rootCause(refused.getException())).hasMessage(reason);
    }

    @Test
    void lenientParametersShareAnEndpointToo() {
        dynamic("DescribeDeviceList?validation=LENIENT&NewInJune=a", null);
        dynamic("DescribeDeviceList?validation=LENIENT&NewInJune=b", null);

        assertThat(received()).isEqualTo(json("{\"NewInJune\":\"b\"}"));
        assertThat(endpoints()).containsExactly("DescribeDeviceList?validation=LENIENT");
    }

    @Test
    void anInterceptingRouteMayCallAsWell() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                interceptSendToEndpoint(API + "DescribeDeviceList*")
                        .toD(API + "DescribeGroupDevices?GroupId=${header.name}")
                        .setBody(constant((Object) null));
                from("direct:intercepted").toD(API + DEVICES);
            }
        });

        template.requestBodyAndHeader("direct:intercepted", null, "name", "a");

        assertThat(cloud().requests().all().stream().map(request -> request.action() + request.parameters()))
                .containsExactly("DescribeGroupDevices{\"GroupId\":\"a\"}", "DescribeDeviceList{\"NickName\":\"a\"}");
    }

    @Test
    void aComponentOfAnotherNameDoesItToo() throws Exception {
        TencentVideoComponent other = new TencentVideoComponent();
        other.setConfiguration(component().getConfiguration());
        other.setClock(CLOCK);
        context.addComponent("second-account", other);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:second").toD("second-account:iotvideoindustry/" + DEVICES);
            }
        });

        template.requestBodyAndHeader("direct:second", null, "name", "a");
        template.requestBodyAndHeader("direct:second", null, "name", "b");

        assertThat(received()).isEqualTo(json("{\"NickName\":\"b\"}"));
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void soDoesEnrich() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:enrich").enrich().simple(API + DEVICES);
            }
        });

        template.requestBodyAndHeader("direct:enrich", null, "name", "a");
        template.requestBodyAndHeader("direct:enrich", null, "name", "b");

        assertThat(received()).isEqualTo(json("{\"NickName\":\"b\"}"));
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void soDoesYaml() throws Exception {
        String yaml =
                """
                - route:
                    from:
                      uri: direct:yaml
                      steps:
                        - toD:
                            uri: tencent-video
                            parameters:
                              api: iotvideoindustry
                              action: DescribeDeviceList
                              NickName: "${header.name}"
                              maxRetries: 0
                """;
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.yaml", yaml));

        template.requestBodyAndHeader("direct:yaml", null, "name", "a");
        template.requestBodyAndHeader("direct:yaml", null, "name", "b");

        assertThat(received()).isEqualTo(json("{\"NickName\":\"b\"}"));
        assertThat(endpoints()).containsExactly("DescribeDeviceList?maxRetries=0");
    }

    @Test
    void theMessageGoesOnWithTheAnswer() throws Exception {
        MockEndpoint after = getMockEndpoint("mock:after");
        after.expectedMessageCount(1);
        after.expectedHeaderReceived(TencentVideoConstants.ACTION, "iotvideoindustry/DescribeDeviceList");

        template.sendBodyAndHeader("direct:devices", null, "name", "a");

        after.assertIsSatisfied();
        assertThat(after.getExchanges().get(0).getProperties().keySet())
                .noneMatch(name -> name.startsWith("CamelVideo"));
    }
}
