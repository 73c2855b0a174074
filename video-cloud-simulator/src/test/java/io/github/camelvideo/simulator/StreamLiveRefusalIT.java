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

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamLiveRefusalIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(SimulatorClock.at("2026-05-01T04:00:00Z"))
            .rateLimits(false));

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ApiCatalog API = SimulatedApis.with(null).catalog("mdl");

    /** A right request with one thing wrong. */
    private record Rule(String action, String code, String where, String value) {

        @Override
        public String toString() {
            return action + " " + where + "=" + value;
        }
    }

    private StreamLiveStage stage;

    @BeforeEach
    void furnish() {
        stage = new StreamLiveStage(CLOUD.simulator()).furnish();
    }

    private static List<Rule> rules() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                StreamLiveRefusalIT.class.getResourceAsStream("/mdl/refusals.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 4))
                    .map(parts -> new Rule(
                            parts[0].strip(),
                            "InvalidParameter." + parts[1].strip(),
                            parts[2].strip(),
                            parts[3].strip().replace('\'', '"')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> actions() {
        return API.actions().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void aRightRequestPasses(String action) {
        JsonNode answer =
                stage.call(action, StreamLiveStage.requests().get(action).toString());

        assertThat(answer.path("Error").toString()).isEmpty();
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(API.action(action).answer().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aWrongRequestIsRefusedWithACodeOfItsAction(Rule rule) throws JsonProcessingException {
        JsonNode answer = stage.call(rule.action(), spoiled(rule).toString());

        assertThat(answer.at("/Error/Code").textValue())
                .as(answer.at("/Error/Message").asText())
                .isEqualTo(rule.code());
        assertThat(API.action(rule.action()).errors()).contains(rule.code());
    }

    private static ObjectNode spoiled(Rule rule) throws JsonProcessingException {
        ObjectNode request = StreamLiveStage.requests().get(rule.action());
        put(request, JsonPointer.compile(rule.where()), rule.value());
        return request;
    }

    private static void put(ObjectNode request, JsonPointer where, String value) throws JsonProcessingException {
        JsonNode parent = request.at(where.head());
        String name = where.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(value));
        } else if (value.isEmpty()) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
    }

    @Test
    void aSixthSecurityGroupIsTooMany() {
        String request = "{'Name':'g%d','Whitelist':['10.0.0.0/8']}";
        for (int i = 3; i <= 5; i++) {
            assertThat(stage.call("CreateStreamLiveInputSecurityGroup", request.formatted(i))
                            .has("Id"))
                    .isTrue();
        }

        JsonNode answer = stage.call("CreateStreamLiveInputSecurityGroup", request.formatted(6));

        assertThat(answer.at("/Error/Code").asText()).isEqualTo("InvalidParameter.ExceededQuantityLimit");
    }

    @Test
    void aRunningChannelCannotBeModified() {
        ObjectNode request = StreamLiveStage.requests().get("ModifyStreamLiveChannel");
        request.put("Id", "$running");
        ((ObjectNode) request.at("/AttachedInputs/0")).put("Id", "$live");

        JsonNode answer = stage.call("ModifyStreamLiveChannel", request.toString());

        assertThat(answer.at("/Error/Code").asText()).isEqualTo("InvalidParameter");
        assertThat(answer.at("/Error/Message").asText()).contains("RUNNING");
    }

    @Test
    void aRefusedCallChangesNothing() throws JsonProcessingException {
        String before = everything();

        for (Rule rule : rules()) {
            stage.call(rule.action(), spoiled(rule).toString());
        }

        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return Stream.of("InputSecurityGroups", "Inputs", "Channels", "Watermarks")
                .map(each -> stage.call("DescribeStreamLive" + each, "{}")
                        .path("Infos")
                        .toString())
                .collect(Collectors.joining());
    }
}
