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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions in dynamic URIs that have no value, and the ways to send an empty text or nothing on purpose. */
class ToyEmptyValuesIT extends ToyVideoTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:required").toD("toy-video:RenameCamera?CameraId=${header.nope}&Name=a");
                from("direct:optional").toD("toy-video:ListAlarms?Kind=all&CameraId=${header.nope}");
                from("direct:raw").toD("toy-video:ListAlarms?Kind=all&CameraId=RAW(${header.nope})");
                from("direct:number").toD("toy-video:ListCameras?PageSize=${header.nope}");
                from("direct:two").toD("toy-video:ListAlarms?Kind=all&CameraId=${header.nope}${header.neither}");
                from("direct:option").toD("toy-video:ListCameras?outputType=${header.nope}");
                from("direct:enrich").enrich().simple("toy-video:ListAlarms?Kind=all&CameraId=${header.nope}");
                from("direct:poll")
                        .pollEnrich()
                        .simple("toy-video:ListAlarms?CameraId=${header.nope}&delay=20")
                        .timeout(10_000);
                from("direct:part").toD("toy-video:ListAlarms?Kind=all&CameraId=c${header.nope}");
                from("direct:constant").toD("toy-video:ListAlarms?CameraId=&Kind=${header.kind}");
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "required, CameraId",
        "optional, CameraId",
        "raw, CameraId",
        "number, PageSize",
        "two, CameraId",
        "enrich, CameraId"
    })
    void aParameterWithoutAValueIsRefusedWithTheRemedy(String route, String parameter) {
        Exchange refused = send(route);

        assertThat(refused.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        ": not sent: the value of '" + parameter
                                + "' is empty. Check that the message has what the expression reads, such as a header. To leave the"
                                + " parameter out, or to send an empty text, use the header CamelToyVideoParameters or the body.");
        assertThat(cloud.calls("RenameCamera")).isEmpty();
        assertThat(cloud.calls("ListAlarms")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"option, outputType", "poll, CameraId"})
    void whatBelongsToTheEndpointIsRefusedWithoutARemedyThatCannotHelp(String route, String key) {
        assertThat(send(route).getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the value of '" + key + "' is empty. ")
                .hasMessageNotContaining("CamelToyVideoParameters");
        assertThat(cloud.calls("ListAlarms")).isEmpty();
    }

    @Test
    void anExpressionThatIsAPartOfTheValueMayBeEmpty() {
        assertThat(sent("part").path("CameraId").textValue()).isEqualTo("c");
    }

    @Test
    void anEmptyTextOfTheRouteIsSent() {
        assertThat(sent("constant").path("CameraId").textValue()).isEmpty();
    }

    @Test
    void anEmptyTextOfTheHeaderIsSent() {
        Exchange exchange = template.request("toy-video:ListAlarms?Kind=all", call -> call.getMessage()
                .setHeader("CamelToyVideoParameters", Map.of("CameraId", "")));

        assertThat(exchange.getException()).isNull();
        assertThat(cloud.calls("ListAlarms")
                        .get(0)
                        .parameters()
                        .path("CameraId")
                        .textValue())
                .isEmpty();
    }

    @Test
    void aMissingValueInTheHeaderLeavesTheParameterOut() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("CameraId", null);

        Exchange exchange = template.request("toy-video:ListAlarms?Kind=all", call -> call.getMessage()
                .setHeader("CamelToyVideoParameters", parameters));

        assertThat(exchange.getException()).isNull();
        assertThat(cloud.calls("ListAlarms").get(0).parameters().has("CameraId"))
                .isFalse();
    }

    private Exchange send(String route) {
        return template.request(
                "direct:" + route, exchange -> exchange.getMessage().setHeaders(new HashMap<>(Map.of("kind", "all"))));
    }

    private JsonNode sent(String route) {
        assertThat(send(route).getException()).isNull();
        return cloud.calls("ListAlarms").get(0).parameters();
    }
}
