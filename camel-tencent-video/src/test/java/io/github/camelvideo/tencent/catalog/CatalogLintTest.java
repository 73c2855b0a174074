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
package io.github.camelvideo.tencent.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.lint.AnswerShape;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import io.github.camelvideo.lint.ValueLint;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lint sees what is wrong: each case spoils one place of a sound catalog. Places are JSON pointers, actions by name. */
class CatalogLintTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The catalog that the guide for authors of vendor modules points to. */
    @Test
    void theExampleOfTheEngineHasNoFindings() throws IOException {
        JsonNode example = JSON.readTree(new File("../camel-video-common/src/test/resources/catalog/toy.json"));

        assertThat(CatalogSchema.findings(example)).isEmpty();
        assertThat(CatalogLint.findings(CatalogFile.api("toy", example), AnswerShape.WHOLE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/types/WarningsData/0/type | 'Int' | WarningsData.Id: type 'Int' is not declared",
                "/types/Spare | [{'name': 'Id', 'type': 'Integer', 'summary': 'ID'}] | type Spare is used nowhere",
                "/actions/DescribeWarnings/group | 'warnings' | DescribeWarnings: group 'warnings' is not declared",
                "/groups/0/id | 'channel' | group channel has no action",
                "/regions | [] | DescribeWarnings: takes a region, but there are none",
                "/actions/ResetWarning/errors | ['Oops'] | ResetWarning: error 'Oops' is not listed",
                "/actions/ControlPreset/request/2/min | 9 | ControlPreset.PresetId: the range is empty",
                "/actions/ControlPreset/request/1/max | 9 | ControlPreset.Command: a range, but no number",
                "/actions/ControlPreset/request/1/maxItems | 9 | ControlPreset.Command: maxItems, but not an array",
                "/actions/ControlPreset/request/2/values | ['9'] | ControlPreset.PresetId: value '9' is not a number in range",
                "/actions/ControlPreset/request/2/values | ['x'] | ControlPreset.PresetId: value 'x' is not a number in range",
                "/actions/ControlPreset/request/2/nullable | true | ControlPreset.PresetId: nullable",
                "/actions/DescribeDevice/response/0/required | true | DescribeDevice.Device: required",
                "/actions/DescribeWarnings/paging/pageParameter | 'Offst' | DescribeWarnings paging: pageParameter 'Offst' does not fit",
                "/actions/DescribeWarnings/paging/sizeParameter | 'DeviceId' | DescribeWarnings paging: sizeParameter 'DeviceId' does not fit",
                "/actions/DescribeWarnings/paging/items | 'Total' | DescribeWarnings paging: items 'Total' is not an array",
                "/actions/DescribeWarnings/paging/total | 'Data' | DescribeWarnings paging: total 'Data' is not a number",
            })
    void seesPartsThatDoNotFit(String place, String value, String finding) throws IOException {
        assertThat(CatalogLint.findings(CatalogFile.api("iotvideoindustry", spoilt(place, value)), AnswerShape.WHOLE))
                .contains(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "items | 'Total' | items 'Total' is not an array of structures in the answer",
                "items | 'Date' | items 'Date' is not an array of structures in the answer",
                "key | ['ID'] | key 'ID' is not a scalar field of an item",
                "time/field | 'Created' | time 'Created' is not a scalar field of an item",
                "time/zone | null | time: format LOCAL needs a zone",
                "window/begin | 'DateStart' | window 'DateStart' is not a parameter",
                "window/end | 'Limit' | window 'Limit' cannot carry LOCAL",
                "window/zone | null | window: format LOCAL needs a zone",
                "defaults/Order | 2 | default 'Order' is not a parameter",
                "defaults/OrderType | 5 | default OrderType: 5 is not one of [1, 2, 3, 4]",
                "defaults/DeviceId | 5 | default DeviceId: 5 is not a string",
                "pageSize | 6000 | pageSize is more than maxWindowItems",
                "acknowledge/Forget | {'Id': 'Id'} | acknowledge 'Forget' is not an action",
                "acknowledge/DescribeDevice | {'DeviceId': 'DeviceId'} | acknowledge 'DescribeDevice' changes nothing",
                "acknowledge/ResetWarning | {'ID': 'Id'} | acknowledge ResetWarning: 'ID' is not a parameter",
                "acknowledge/ResetWarning | {'Id': 'ID'} | acknowledge ResetWarning: 'ID' is not a field of an item",
                "acknowledge/ResetWarning | {'Id': 'DeviceId'} | acknowledge ResetWarning: 'Id' has another type than 'DeviceId'",
                "acknowledge/DeleteChannel | {'DeviceId': 'DeviceId'} | acknowledge DeleteChannel: required 'ChannelId' is not given",
            })
    void seesAFeedThatDoesNotFitItsAction(String place, String value, String finding) throws IOException {
        JsonNode spoilt = spoilt("/actions/DescribeWarnings/feed/" + place, value);

        assertThat(CatalogLint.findings(CatalogFile.api("iotvideoindustry", spoilt), AnswerShape.WHOLE))
                .contains("DescribeWarnings feed: " + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/vendor | 'tencent'",
                "/region | 'sometimes'",
                "/actions/DescribeWarnings/mutates | null",
                "/actions/DescribeWarnings/summary | 'Lists alarms'",
                "/actions/DescribeWarnings/deprecated | false",
                "/actions/DescribeWarnings/rateLimit | 0",
                "/actions/DescribeWarnings/retries | 3",
                "/actions/DescribeWarnings/request/0/summary | ''",
                "/actions/DescribeWarnings/request/0/summary | 'Sort order.'",
                "/actions/DescribeWarnings/request/0/summary | '\u6392\u5e8f'",
                "/actions/DescribeWarnings/request/0/name | 'Levels.N'",
                "/actions/DescribeWarnings/request/0/type | 'List of Integer'",
                "/actions/DescribeWarnings/request/0/values | [1]",
                "/actions/DescribeWarnings/paging/outputToken | 'Next'",
                "/actions/DescribeWarnings/paging/style | 'cursor'",
                "/actions/DescribeWarnings/feed/kind | 'snapshot'",
                "/actions/DescribeWarnings/feed/kind | 'series'",
                "/actions/DescribeWarnings/feed/time | null",
                "/actions/DescribeWarnings/feed/delay | '10s'",
                "/actions/DescribeWarnings/feed/window/format | 'rfc'",
                "/errors/0/kind | 'fatal'",
                "/errors/0/meaning | 'Gone.'",
                "/errors/1/reason | null",
                "/errors/1/kind | null",
                "/actions/DescribeWarnings/replacedBy | ['mdl/DescribeStreamLiveChannels']",
                "/actions/CreateRecordPlan/replacedBy | 'iotvideoindustry/CreateRecordingPlan'",
                "/actions/CreateRecordPlan/replacedBy | ['CreateRecordingPlan']",
                "/actions/DescribeWarnings/download | true",
                "/actions/DescribeWarnings/body | 'json'",
                "/actions/DescribeWarnings/bodyInterface | 'warnings'",
                "/actions/DescribeWarnings/request/0/in | 'path'",
                "/actions/DescribeWarnings/request/0/in | ['query']",
                "/actions/DescribeWarnings/request/0/in | ['query', 'query']",
            })
    void theSchemaSeesABrokenFormat(String place, String value) throws IOException {
        assertThat(CatalogSchema.findings(spoilt(place, value))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'OrderType': 2, 'Order': 1} | request.Order is not declared",
                "{'Limit': 10} | request.OrderType is missing",
                "{'OrderType': 'x'} | request.OrderType: `x` is not a whole number",
                "{'OrderType': 2, 'WarnLevelArray': 1} | request.WarnLevelArray: 1 is not an array",
                "{'OrderType': 2, 'DeviceId': 1} | request.DeviceId: 1 is not a string",
            })
    void seesAnExampleThatDoesNotFit(String example, String finding) throws IOException {
        var api = CatalogFile.of("iotvideoindustry").api();

        assertThat(ValueLint.object(
                        api, "request", api.action("DescribeWarnings").parameters(), json(example)))
                .contains(finding.replace('`', '"'));
    }

    /** The catalog with another value at one place; null takes the place away. */
    private static JsonNode spoilt(String place, String value) throws IOException {
        ObjectNode root = CatalogFile.of("iotvideoindustry").json().deepCopy();
        JsonPointer pointer = JsonPointer.compile(byIndex(root, place));
        ObjectNode parent = (ObjectNode) root.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (value.equals("null")) {
            parent.remove(name);
        } else {
            parent.set(name, json(value));
        }
        return root;
    }

    private static String byIndex(JsonNode root, String place) {
        if (!place.startsWith("/actions/")) {
            return place;
        }
        String name = place.split("/")[2];
        int index = 0;
        while (!root.at("/actions/" + index + "/name").asText().equals(name)) {
            index++;
        }
        return place.replace("/actions/" + name, "/actions/" + index);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
