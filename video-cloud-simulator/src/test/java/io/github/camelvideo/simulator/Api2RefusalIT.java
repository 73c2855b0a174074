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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What API 2.0 refuses, and with which code. */
class Api2RefusalIT {

    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-05-01T00:00:00Z");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NONCES = new AtomicInteger();

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).account("AKIDlong", "key-long"));

    private record Rule(String name, int code, Consumer<Map<String, String>> spoil) {}

    private static final List<Rule> RULES = List.of(
            new Rule("right", 0, all -> {}),
            new Rule("two hours late", 0, all -> all.put("Timestamp", seconds(-7200))),
            new Rule("more than two hours late", 4500, all -> all.put("Timestamp", seconds(-7201))),
            new Rule("more than two hours early", 4500, all -> all.put("Timestamp", seconds(7201))),
            new Rule("no timestamp", 4000, all -> all.remove("Timestamp")),
            new Rule("nonce 0", 4000, all -> all.put("Nonce", "0")),
            new Rule("unknown id", 4100, all -> all.put("SecretId", "AKIDother")),
            new Rule("token of nobody", 4100, all -> all.put("Token", "t")),
            new Rule("unknown action", 6100, all -> all.put("Action", "DescribeLVBChannels")),
            new Rule("no action", 4000, all -> all.remove("Action")),
            new Rule("no region", 4000, all -> all.remove("Region")),
            new Rule("other region", 4000, all -> all.put("Region", "ap-guangzhou")),
            new Rule("unknown parameter", 4000, all -> all.put("page_no", "1")),
            new Rule("no number", 4000, all -> all.put("pageNo", "one")),
            new Rule("value of no list", 4000, all -> all.put("channelStatus", "9")));

    @TestFactory
    Stream<DynamicTest> everyRuleHasItsCodeByGetAndByPost() {
        return Stream.of("GET", "POST").flatMap(method -> RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(method + " " + rule.name(), () -> {
                    Map<String, String> all = right();
                    rule.spoil().accept(all);
                    JsonNode answer = send(method, signed(method, all, "key-long"));

                    assertThat(answer.get("code").asInt()).as(answer.toString()).isEqualTo(rule.code());
                })));
    }

    @Test
    void aKeyThatIsNotTheAccountsIsRefused() throws Exception {
        assertThat(send("GET", signed("GET", right(), "other")).get("code").asInt())
                .isEqualTo(4100);
    }

    @Test
    void theSignatureOfAnotherMethodIsRefused() throws Exception {
        assertThat(send("POST", signed("GET", right(), "key-long")).get("code").asInt())
                .isEqualTo(4100);
    }

    @Test
    void theSameRequestAgainIsAReplay() throws Exception {
        Map<String, String> signed = signed("GET", right(), "key-long");

        assertThat(send("GET", signed).get("code").asInt()).isZero();
        assertThat(send("GET", signed).get("code").asInt()).isEqualTo(4500);
    }

    @Test
    void arraysCountFromOne() throws Exception {
        Map<String, String> fromZero = right();
        fromZero.put("Action", "DeleteLVBChannel");
        fromZero.put("channelIds.0", "7");
        Map<String, String> fromOne = right();
        fromOne.put("Action", "DeleteLVBChannel");
        fromOne.put("channelIds.1", "7");

        assertThat(send("GET", signed("GET", fromZero, "key-long")).get("code").asInt())
                .isEqualTo(4000);
        JsonNode refused = send("GET", signed("GET", fromOne, "key-long"));
        assertThat(refused.get("code").asInt()).isEqualTo(5100);
        assertThat(refused.get("message").textValue()).isEqualTo("20301\uFF1AThere is no channel 7");
    }

    private static Map<String, String> right() {
        return new TreeMap<>(Map.of(
                "Action",
                "DescribeLVBChannelList",
                "Region",
                "gz",
                "Timestamp",
                seconds(0),
                "Nonce",
                Integer.toString(NONCES.incrementAndGet()),
                "SecretId",
                "AKIDlong"));
    }

    private static Map<String, String> signed(String method, Map<String, String> all, String key) {
        all.put(
                "Signature",
                TestSigner.api2(method, "127.0.0.1:" + CLOUD.simulator().port(), all, key));
        return all;
    }

    private static JsonNode send(String method, Map<String, String> all) throws IOException, InterruptedException {
        String form = all.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String url = CLOUD.simulator().url() + "/v2/index.php";
        HttpRequest request = method.equals("GET")
                ? HttpRequest.newBuilder(URI.create(url + "?" + form)).build()
                : HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return new ObjectMapper()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static String seconds(long beside) {
        return Long.toString(CLOCK.instant().getEpochSecond() + beside);
    }
}
