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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.apache.camel.spi.PropertiesComponent;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the parameters of a call come from, and which of them wins. */
class ParameterSourcesIT extends Calling {

    private static final String TEXT = "{\"OrderType\": 2, \"WarnLevelArray\": [1, 2]}";
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** Public fields keep the vendor's spelling. */
    public static class Query {
        public int OrderType = 2;
        public int[] WarnLevelArray = {1, 2};
        public String DeviceId;
    }

    /** The components of a record do, too. */
    public record QueryRecord(String OrderType, List<Integer> WarnLevelArray) {}

    static Stream<Named<Object>> bodies() {
        return Stream.of(
                Named.of("Map", Map.of("OrderType", 2, "WarnLevelArray", List.of(1, 2))),
                Named.of("Map of texts", Map.of("OrderType", "2", "WarnLevelArray", "1,2")),
                Named.of(
                        "Map of decimals",
                        Map.of("OrderType", new BigDecimal("2.0"), "WarnLevelArray", new long[] {1, 2})),
                Named.of("Map of dotted names", Map.of("OrderType", 2, "WarnLevelArray.0", 1, "WarnLevelArray.1", 2)),
                Named.of("text", TEXT),
                Named.of("bytes", BYTES),
                Named.of("stream", new ByteArrayInputStream(BYTES)),
                Named.of("stream cache", new InputStreamCache(BYTES)),
                Named.of("reader", new StringReader(TEXT)),
                Named.of("JsonNode", json(TEXT)),
                Named.of("bean", new Query()),
                Named.of("record", new QueryRecord("2", List.of(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void takesThemFromABody(Object body) {
        answer("DescribeWarnings", body);

        assertThat(received()).isEqualTo(json(TEXT));
    }

    @Test
    void takesThemFromAFile() throws Exception {
        File file = Files.write(folder.resolve("query.json"), BYTES).toFile();
        GenericFile<File> polled = new GenericFile<>();
        polled.setFile(file);
        polled.setBody(file);

        answer("DescribeWarnings", polled);
        answer("DescribeWarnings", file);

        assertThat(cloud().requests().all()).hasSize(2).allSatisfy(request -> assertThat(request.parameters())
                .isEqualTo(json(TEXT)));
    }

    @ParameterizedTest
    @MethodSource("caches")
    void aCachedStreamCanBeReadAgain(StreamCache body) {
        answer("DescribeWarnings", body);
        answer("DescribeWarnings", body);

        assertThat(cloud().requests().count()).isEqualTo(2);
        assertThat(received()).isEqualTo(json(TEXT));
    }

    static Stream<StreamCache> caches() {
        return Stream.of(new InputStreamCache(BYTES), new ReaderCache(TEXT));
    }

    @Test
    void theLaterSourceWins() {
        Map<String, Object> header = Map.of("CamelTencentVideoParameters", Map.of("Limit", 30));

        call("DescribeWarnings?OrderType=1&Offset=1&Limit=10", "{\"Offset\": 2, \"Limit\": 20}", header);

        assertThat(received()).isEqualTo(json("{\"OrderType\": 1, \"Offset\": 2, \"Limit\": 30}"));
    }

    @Test
    void aNullTakesAnEarlierValueAway() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("Limit", null);

        call(
                "DescribeWarnings?OrderType=1&Offset=1&Limit=10",
                "{\"Offset\": null}",
                Map.of("CamelTencentVideoParameters", nothing));

        assertThat(received()).isEqualTo(json("{\"OrderType\": 1}"));
    }

    @Test
    void theCallersMapStaysAsItWas() {
        Map<String, Object> body = new HashMap<>(Map.of("OrderType", "1", "WarnLevelArray", "1,2"));
        Map<String, Object> header = new HashMap<>(Map.of("Limit", "3"));
        header.put("OrderType", "2");

        Exchange exchange = call("DescribeWarnings", body, Map.of("CamelTencentVideoParameters", header));

        assertThat(exchange.getException()).isNull();
        assertThat(body).isEqualTo(Map.of("OrderType", "1", "WarnLevelArray", "1,2"));
        assertThat(header).isEqualTo(Map.of("Limit", "3", "OrderType", "2"));
    }

    @Test
    void aParametersHeaderThatIsNoMapIsRefused() {
        Exception failure = call("DescribeWarnings", null, Map.of("CamelTencentVideoParameters", TEXT))
                .getException();

        assertThat(failure)
                .hasMessage(
                        "tencent-video:iotvideoindustry/DescribeWarnings: header CamelTencentVideoParameters must be a Map but is java.lang.String. Set it to a Map of parameters, or remove it.");
        nothingWasSent();
    }

    @Test
    void noHeaderChangesWhatIsCalledOrByWhom() {
        Map<String, Object> headers = new HashMap<>();
        for (String name : List.of(
                "action",
                "api",
                "host",
                "region",
                "secretId",
                "secretKey",
                "sessionToken",
                "endpointUrl",
                "signMethod",
                "X-TC-Action",
                "X-TC-Region",
                "X-TC-Token",
                "Authorization",
                "Host",
                "Action",
                "Region",
                "OrderType",
                "CamelHttpUri",
                "CamelHttpMethod",
                "CamelHttpQuery",
                "CamelTencentVideoAction",
                "CamelTencentVideoRegion",
                "CamelTencentVideoHost",
                "CamelTencentVideoSecretId")) {
            headers.put(name, "DeleteDevice");
        }

        Exchange exchange = call("DescribeWarnings?OrderType=1", null, headers);

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().last().action()).isEqualTo("DescribeWarnings");
        assertThat(cloud().requests().last().method()).isEqualTo("POST");
        assertThat(received()).isEqualTo(json("{\"OrderType\": 1}"));
        assertThat(cloud().requests().last().headers())
                .containsEntry("x-tc-region", "ap-guangzhou")
                .doesNotContainKey("x-tc-token");
    }

    @Test
    void placeholdersOfTheUriAreFilledIn() {
        PropertiesComponent properties = context.getPropertiesComponent();
        properties.addInitialProperty("order", "2");
        properties.addInitialProperty("levels", "1,3");

        answer("DescribeWarnings?OrderType={{order}}&WarnLevelArray={{levels}}", null);

        assertThat(received()).isEqualTo(json("{\"OrderType\": 2, \"WarnLevelArray\": [1, 3]}"));
    }

    @Test
    void emptyTextsAndArraysAreSent() {
        answer("DescribeDeviceList?NickName=", Map.of("DeviceTypes", List.of()));

        assertThat(received()).isEqualTo(json("{\"NickName\": \"\", \"DeviceTypes\": []}"));
    }

    @Test
    void numbersOf64BitsAreSentAsTheyAre() {
        BigInteger most = new BigInteger("18446744073709551615");

        answer("ModifyVideoInfo?ExpireTime=1&InitIDs=18446744073709551615,9007199254740993", null);
        answer("ModifyVideoInfo?ExpireTime=1", Map.of("InitIDs", List.of(most, 9007199254740993L)));
        answer("ModifyVideoInfo?ExpireTime=1", "{\"InitIDs\": [18446744073709551615, 9007199254740993]}");

        assertThat(cloud().requests().all()).hasSize(3).allSatisfy(request -> assertThat(
                        request.parameters().get("InitIDs"))
                .isEqualTo(JsonNodeFactory.instance.arrayNode().add(most).add(9007199254740993L)));
    }
}
