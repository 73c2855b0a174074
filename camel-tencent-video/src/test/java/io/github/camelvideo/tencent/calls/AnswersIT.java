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

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.protocol.ResponseMappingException;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer in the message. */
class AnswersIT extends Calling {

    private static final String HUGE =
            """
            {"Response": {"Huge": 18446744073709551615, "Odd": 9007199254740993, "Small": 7, "Ratio": 1.10,
              "Long": 3.14159265358979323846, "Empty": "", "None": null, "List": [], "RequestId": "r-1"}}""";

    /** A class for the answer of DescribeWarnings. */
    public record Warnings(@JsonProperty("Total") long total, @JsonProperty("Data") List<Warning> data) {}

    /** Some of the fields of an alarm, the others left out. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Warning(@JsonProperty("Id") BigInteger id, @JsonProperty("DeviceId") String device) {}

    /** A class that does not fit. */
    public record Misfit(@JsonProperty("Total") Map<String, String> total) {}

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chain")
                        .to(API + "DescribeWarnings?OrderType=1")
                        .setProperty("first", header(TencentVideoConstants.REQUEST_ID))
                        .setBody(simple("${null}"))
                        .to(API + "DescribeWarnMod");
            }
        };
    }

    @Test
    void aMapKeepsTheNumbers() {
        Map<?, ?> body = (Map<?, ?>) hugeAnswer("Map");

        assertThat(body.get("Huge")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(body.get("Odd")).isEqualTo(9007199254740993L);
        assertThat(body.get("Small")).isEqualTo(7);
        assertThat(body.get("Ratio")).isEqualTo(new BigDecimal("1.10"));
        assertThat(body.get("Long")).isEqualTo(new BigDecimal("3.14159265358979323846"));
        assertThat(body.get("Empty")).isEqualTo("");
        assertThat(body.get("List")).isEqualTo(List.of());
        assertThat(body.containsKey("None")).isTrue();
        assertThat(body.containsKey("RequestId")).isFalse();
    }

    @Test
    void aTreeKeepsTheNumbers() {
        JsonNode body = (JsonNode) hugeAnswer("JsonNode");

        assertThat(body.get("Huge").bigIntegerValue()).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(body.get("Ratio").decimalValue()).isEqualTo(new BigDecimal("1.10"));
        assertThat(body.get("Odd").longValue()).isEqualTo(9007199254740993L);
    }

    @Test
    void aTextKeepsTheNumbers() {
        assertThat(hugeAnswer("String"))
                .isEqualTo("{\"Huge\":18446744073709551615,\"Odd\":9007199254740993,\"Small\":7,\"Ratio\":1.10,"
                        + "\"Long\":3.14159265358979323846,\"Empty\":\"\",\"None\":null,\"List\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Map", "JsonNode", "String"})
    void idsOf64BitsSurviveTheWayThereAndBack(String outputType) {
        cloud().world().hugeIds();
        long id = cloud().world().raiseAlarm(CLOCK.instant().minusSeconds(60));
        assertThat(id).isGreaterThan(1L << 53);

        Object body = answer("DescribeWarnings?OrderType=1&outputType=" + outputType, null);
        answer("ResetWarning", Map.of("Id", idIn(body)));

        assertThat(cloud().world().acknowledged()).containsExactly(id);
    }

    private static Object idIn(Object body) {
        if (body instanceof Map<?, ?> map) {
            return ((Map<?, ?>) ((List<?>) map.get("Data")).get(0)).get("Id");
        }
        JsonNode tree = body instanceof JsonNode node ? node : json((String) body);
        return tree.get("Data").get(0).get("Id");
    }

    @Test
    void aClassIsFilledByJackson() {
        long id = cloud().world().raiseAlarm(CLOCK.instant().minusSeconds(60));

        Warnings body = (Warnings) answer("DescribeWarnings?OrderType=1&outputType=" + Warnings.class.getName(), null);

        assertThat(body.total()).isEqualTo(1);
        assertThat(body.data()).singleElement().satisfies(warning -> {
            assertThat(warning.id()).isEqualTo(BigInteger.valueOf(id));
            assertThat(warning.device()).isNotEmpty();
        });
    }

    @Test
    void theItemsOfAListFillAClassEach() {
        cloud().world().raiseAlarm(CLOCK.instant().minusSeconds(60));

        Object body = answer("DescribeWarnings?OrderType=1&paging=ALL&outputType=" + Warning.class.getName(), null);

        assertThat((List<?>) body).singleElement().isInstanceOf(Warning.class);
    }

    @Test
    void aClassThatDoesNotFitSaysSo() {
        ResponseMappingException failure = failure(
                ResponseMappingException.class,
                "DescribeWarnings?OrderType=1&outputType=" + Misfit.class.getName(),
                null);

        assertThat(failure).hasMessageContaining("outputType=" + Misfit.class.getName() + " does not fit");
    }

    @Test
    void headersTellOfTheCall() {
        cloud().world().raiseAlarm(CLOCK.instant().minusSeconds(60));

        Exchange exchange = call("DescribeWarnings?OrderType=1", null, Map.of("mine", "kept"));

        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(
                        "mine",
                        TencentVideoConstants.ACTION,
                        TencentVideoConstants.REQUEST_ID,
                        TencentVideoConstants.TOTAL_COUNT)
                .containsEntry(TencentVideoConstants.ACTION, "iotvideoindustry/DescribeWarnings")
                .containsEntry(TencentVideoConstants.TOTAL_COUNT, 1L);
    }

    @Test
    void headersOfAnEarlierCallAreGone() {
        Exchange exchange = template.send("direct:chain", sent -> {});

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(TencentVideoConstants.ACTION, TencentVideoConstants.REQUEST_ID)
                .containsEntry(TencentVideoConstants.ACTION, "iotvideoindustry/DescribeWarnMod");
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                .isNotEqualTo(exchange.getProperty("first"));
    }

    @Test
    void headersOfAnotherCallDoNotPassForThisOne() {
        Map<String, Object> earlier = new HashMap<>();
        earlier.put("cameltencentvideototalcount", 99L);
        earlier.put("CAMELTENCENTVIDEOREQUESTID", "old");

        Exchange exchange = call("DescribeWarnMod", null, earlier);

        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.TOTAL_COUNT))
                .isNull();
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID))
                .isNotEqualTo("old");
    }

    private Object hugeAnswer(String outputType) {
        try (SimulatorServer server =
                SimulatorServer.start(0, CLOCK, call -> Reply.of(200, "application/json", HUGE))) {
            return answer("DescribeWarnMod?endpointUrl=" + server.url() + "&outputType=" + outputType, null);
        }
    }
}
