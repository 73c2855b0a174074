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
package io.github.camelvideo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigCheckTest {

    private static Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "name", "alarms",
                "connector.class", TencentVideoSourceConnector.class.getName(),
                "tasks.max", "3",
                "value.converter.schemas.enable", "false",
                "api", "iotvideoindustry",
                "action", "DescribeWarnings",
                "topic", "alarms",
                "secretId", "id-canary",
                "secretKey", "key-canary"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** What is wrong, by setting. */
    private static Map<String, String> problems(Map<String, String> settings) {
        Map<String, String> problems = new TreeMap<>();
        for (ConfigValue value :
                new TencentVideoSourceConnector().validate(settings).configValues()) {
            if (!value.errorMessages().isEmpty()) {
                problems.put(value.name(), String.join(" ", value.errorMessages()));
            }
        }
        assertThat(problems.values()).noneMatch(problem -> problem.contains("canary"));
        return problems;
    }

    @Test
    void acceptsOptionsParametersAndWhatIsOfConnect() {
        assertThat(problems(settings(
                        "transforms", "route",
                        "transforms.route.type", "x",
                        "errors.tolerance", "all",
                        "WarnLevelArray", "1,2",
                        "parameters.OrderType", "1",
                        "startFrom", "P7D",
                        "delay", "30s",
                        "forEach", "DeviceId",
                        "forEachIn", "action:DescribeAllDeviceList")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "action | DescribeWarning | action | did you mean 'DescribeWarnings'",
                "action | CreateDevice | action | cannot be consumed as a feed",
                "api | iotvideoindustri | api | iotvideoindustry",
                "WarnLevelAray | 1 | WarnLevelAray | did you mean 'WarnLevelArray'",
                "parameters.WarnLevelAray | 1 | parameters.WarnLevelAray | did you mean 'WarnLevelArray'",
                "startfrom | now | startfrom | did you mean 'startFrom'",
                "startform | now | startform | did you mean 'startFrom'",
                "startFrom | soon | startFrom | soon",
                "lookback | long | lookback | must be a duration such as",
                "forEach | DeviceIdd | forEach | did you mean 'DeviceId'",
                "forEach | DeviceId | forEach | needs forEachIn",
                "forEachConcurrency | eight | forEachConcurrency | eight",
                "emit | SOMETIMES | emit | must be one of FINAL, REVISIONS",
                "max.batch.size | 0 | max.batch.size | at least 1",
                "timeZone | Peking | timeZone | Asia/Shanghai",
                "endpointUrl | http://example.com | endpointUrl | allowHttp",
                "catalogs | file:/nowhere | catalogs | nowhere",
                "WarnLevelArray | many | WarnLevelArray | many",
            })
    void whatIsWrongIsReportedAtItsSetting(String name, String value, String place, String problem) {
        assertThat(problems(settings(name, value)))
                .hasEntrySatisfying(place, text -> assertThat(text).contains(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "offsetRepository, own offsets",
        "onFailure, errors.tolerance",
        "acknowledge, Use a Camel route",
        "callback, Use a Camel route",
        "maxMessagesPerPoll, max.batch.size",
        "outputType, value.converter",
        "greedy, without a pause",
        "positionCommit, with the records",
        "mode, Use a Camel route",
        "initialDelay, Remove it"
    })
    void optionsThatNeedARouteAreRefusedWithARemedy(String option, String remedy) {
        assertThat(problems(settings(option, "x"))).hasEntrySatisfying(option, problem -> assertThat(problem)
                .startsWith("Not supported by the connector. ")
                .contains(remedy));
    }

    @Test
    void whatIsMissingIsReported() {
        Map<String, String> settings = settings();
        settings.remove("topic");
        settings.remove("action");

        assertThat(problems(settings)).containsKeys("topic", "action");
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void everySettingIsDocumentedAndSecretsArePasswords(Vendor vendor) throws IOException {
        JsonNode metadata =
                new JsonMapper().readTree(getClass().getClassLoader().getResource(vendor.metadata()));
        ConnectorOptions options = ConnectorOptions.of(vendor);

        Map<String, ConfigDef.ConfigKey> keys = options.definition().configKeys();

        assertThat(keys).containsKeys("action", "topic", "startFrom", "forEach", "region", "proxyHost", "catalogs");
        assertThat(keys).doesNotContainKeys("onFailure", "callbackKey", "scheduler", "paging");
        assertThat(keys.values()).allSatisfy(key -> {
            assertThat(key.documentation).endsWith(".");
            assertThat(key.group).isNotBlank();
            assertThat(key.displayName).isNotBlank();
        });
        List<String> secrets = new ArrayList<>();
        metadata.get("properties").properties().forEach(option -> {
            if (option.getValue().get("secret").asBoolean() && keys.containsKey(option.getKey())) {
                secrets.add(option.getKey());
            }
        });
        assertThat(secrets)
                .hasSizeGreaterThan(2)
                .allSatisfy(secret -> assertThat(keys.get(secret).type()).isEqualTo(ConfigDef.Type.PASSWORD));
        // each option of the component is one of the connector, or refused with a reason
        metadata.get("properties").properties().forEach(option -> {
            if (option.getValue().get("kind").asText().equals("parameter")) {
                assertThat(options.isOffered(option.getKey()) || options.isWithoutMeaning(option.getKey()))
                        .isTrue();
            }
        });
    }
}
