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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.lint.AnswerShape;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import io.github.camelvideo.lint.TextLint;
import io.github.camelvideo.lint.ValueLint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lint sees what is wrong: each case spoils one place of a sound catalog. Places are JSON pointers, actions by name. */
class CatalogLintTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The catalog that the guide for authors of vendor modules points to. */
    @Test
    void theExampleOfTheEngineHasNoFindings() throws IOException {
        CatalogFile example = CatalogFile.of(CatalogFinder.find(
                        CatalogLintTest.class.getClassLoader(),
                        List.of(),
                        "file:../camel-video-common/src/test/resources/io/github/camelvideo/toy/catalog"))
                .get(0);

        assertThat(CatalogSchema.findings(example.json())).isEmpty();
        assertThat(CatalogSchema.feedFindings(example.feeds())).isEmpty();
        assertThat(CatalogLint.findings(example.api(), AnswerShape.WHOLE)).isEmpty();
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
        CatalogFile sound = CatalogFile.of("tencent-video", "iotvideoindustry");

        assertThat(findings(sound.id(), SpoiltDocument.of(sound.json(), place, value), sound.feeds()))
                .contains(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "items | 'Total' | items: step 1 of the path 'Total' needs an array but finds NUMBER",
                "items | 'Date' | items 'Date' leads to nothing in the answer",
                "columns | ['Id'] | columns, but an item is not an array",
                "key | ['ID'] | key 'ID' is not a scalar field of an item",
                "key | `['Id|no-query']` | key 'Id' is not a text of an item",
                "revision | ['Deleted'] | revision 'Deleted' is not a scalar field of an item",
                "revision | ['Id'] | revision 'Id' is part of the key",
                "time/field | 'Created' | time 'Created' is not a scalar field of an item",
                "time/zone | null | time: format LOCAL needs a zone",
                "window/begin | 'DateStart' | window 'DateStart' is not a parameter",
                "window/end | 'Limit' | window 'Limit' cannot carry LOCAL",
                "window/format | 'epoch-seconds' | window 'DateBegin' cannot carry EPOCH_SECONDS",
                "window/zone | null | window: format LOCAL needs a zone",
                "window/wholeItems | 'P30D' | window: wholeItems is not shorter than maxSpan",
                "defaults/Order | 2 | default 'Order' is not a parameter",
                "defaults/OrderType | 5 | default OrderType: 5 is not one of [1, 2, 3, 4]",
                "defaults/DeviceId | 5 | default DeviceId: 5 is not a string",
                "pageSize | 6000 | pageSize is more than maxWindowItems",
                "emptyCodes | ['Nothing'] | error 'Nothing' is not listed",
                "goneCodes | ['Gone'] | error 'Gone' is not listed",
                "stateCodes | {'Off': 'offline'} | error 'Off' is not listed",
                "forEach/0/parameters | ['Device'] | forEach Device: 'Device' is not a parameter",
                "forEach/0/parameters | ['DateBegin'] | forEach DateBegin: 'DateBegin' is set by the feed",
                "forEach/0/parameters | ['Offset'] | forEach Offset: 'Offset' has another type than 'DeviceId'",
                "forEach/0/parameters | ['DeviceId', 'Offset'] | forEach DeviceId, Offset: the source does not have one field per parameter",
                "forEach/0/optional | ['Offset'] | forEach DeviceId: optional 'Offset' is not one of the parameters",
                "forEach/0/optional | ['DeviceId'] | forEach DeviceId: every parameter is optional",
                "forEach/0/need | 'choose' | forEach DeviceId: nothing to choose from",
                "forEach/0/values | [['a', 'b']] | forEach DeviceId: [a, b] is not one value per parameter",
                "forEach/0/from/action | 'ListDevices' | forEach DeviceId: 'ListDevices' is not an action",
                "forEach/0/from/action | 'CreateDevice' | forEach DeviceId: 'CreateDevice' changes something",
                "forEach/0/from/items | 'Device' | forEach DeviceId: items 'Device' leads to nothing in DescribeDeviceList",
                "forEach/0/from/items | 'TotalCount' | forEach DeviceId: step 1 of the path 'TotalCount' needs an array but finds NUMBER",
                "forEach/0/from/fields | ['Device'] | forEach DeviceId: 'Device' is not a scalar field of the source",
                "forEach/0/from/fields | ['DeviceType'] | forEach DeviceId: 'DeviceId' has another type than 'DeviceType'",
                "forEach/0/from/carry | {'Total': 'Count'} | forEach DeviceId: carry 'Total': 'Count' is not a field",
                "forEach/0/from/action | 'DescribeGroupByPath' | forEach DeviceId: 'GroupPath', required by DescribeGroupByPath, is not given",
                "forEach/0/from/parameters | {'All': 1} | forEach DeviceId: 'All' is not a parameter of DescribeDeviceList",
                "forEach/0/from/parameters | {'Limit': 'x'} | forEach DeviceId: Limit: `x` is not a whole number",
                "acknowledge/Forget | {'Id': 'Id'} | acknowledge 'Forget' is not an action",
                "acknowledge/DescribeDevice | {'DeviceId': 'DeviceId'} | acknowledge 'DescribeDevice' changes nothing",
                "acknowledge/ResetWarning | {'ID': 'Id'} | acknowledge ResetWarning: 'ID' is not a parameter",
                "acknowledge/ResetWarning | {'Id': 'ID'} | acknowledge ResetWarning: 'ID' is not a field of an item",
                "acknowledge/ResetWarning | {'Id': 'DeviceId'} | acknowledge ResetWarning: 'Id' has another type than 'DeviceId'",
                "acknowledge/DeleteChannel | {'DeviceId': 'DeviceId'} | acknowledge DeleteChannel: required 'ChannelId' is not given",
            })
    void seesALogThatDoesNotFitItsAction(String place, String value, String finding) throws IOException {
        assertThat(findingsOfAFeed("iotvideoindustry", "DescribeWarnings", place, value))
                .contains("DescribeWarnings feed: " + finding.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DescribeAreaBillBandwidthAndFluxList | carry/CountryName | 'DataInfoList[].Countrys[].Title' | carry 'CountryName': 'DataInfoList[].Countrys[].Title' is not a field",
                "DescribeAreaBillBandwidthAndFluxList | carry/CountryName | 'Countrys[].Name' | items: 'Countrys[].Name', carried as 'CountryName', must be a field of a level that the path 'DataInfoList[].Countrys[].BandInfoList' passes.",
                "DescribeProIspPlaySumInfoList | window | null | time: comes from the window, but there is none",
                "DescribeLiveTranscodeTotalInfo | window/zone | null | window: withinDay needs a zone",
                "DescribeBillBandwidthAndFluxList | bucket/parameter | 'Grain' | bucket: 'Grain' is not a parameter",
                "DescribeBillBandwidthAndFluxList | bucket/choices/7 | {'size': 'PT7M'} | bucket: `7` is not one of [5, 60, 1440]",
                "DescribeBillBandwidthAndFluxList | bucket/choices/60 | null | bucket: '60' is missing from the choices",
                "DescribeBillBandwidthAndFluxList | bucket/size | 'PT1M' | bucket: the default of 'Granularity' has another size",
                "DescribeBillBandwidthAndFluxList | bucket/zone | null | bucket '1440': days need a zone",
                "DescribeBillBandwidthAndFluxList | bucket/choices/1440/maxSpan | 'PT1H' | bucket '1440': is longer than maxSpan",
                "DescribeTopClientIpSumInfoList | bucket/size | 'PT5H' | bucket: is longer than maxSpan",
                "DescribeTopClientIpSumInfoList | pageSize | 1001 | pageSize is more than the action allows",
                "DescribeHttpStatusInfoList | pageSize | 10 | pageSize without a parameter for it",
                "DescribeProvinceIspPlayInfoList | forEach/0/values | [['Speed']] | forEach StatType: StatType: `Speed` is not one of [Bandwidth, FluxPerSecond, Flux, Request, Online]",
            })
    void seesASeriesThatDoesNotFitItsAction(String action, String place, String value, String finding)
            throws IOException {
        assertThat(findingsOfAFeed("live", action, place, value))
                .contains(action + " feed: " + finding.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DescribeLivePackageInfo | compare | ['State'] | compare 'State' is not a field of an item",
                "DescribeLivePullStreamTasks | ignore | ['PullInfo'] | ignore 'PullInfo' is not a field of an item",
                "DescribeMonitorReport | items | '{group:Diagnosis}.{type:*}' | items '{group:Diagnosis}.{type:*}' leads to nothing in the answer",
                "DescribeMonitorReport | key | ['group', 'kind'] | key 'kind' is not a scalar field of an item",
                "DescribeLivePadProcessorList | key | ['StreamName'] | key 'StreamName' is not a scalar field of an item",
            })
    void seesASnapshotThatDoesNotFitItsAction(String action, String place, String value, String finding)
            throws IOException {
        assertThat(findingsOfAFeed("live", action, place, value)).contains(action + " feed: " + finding);
    }

    @Test
    void seesAFeedOfAnActionThatIsNotAList() throws IOException {
        CatalogFile sound = CatalogFile.of("tencent-video", "iotvideoindustry");
        JsonNode changing = SpoiltDocument.of(sound.json(), "/actions/DescribeWarnings/mutates", "true");

        assertThat(findings(sound.id(), changing, sound.feeds()))
                .contains("DescribeWarnings feed: an action that changes something cannot be polled");
    }

    @Test
    void seesAFeedOfAFile() throws IOException {
        CatalogFile sound = CatalogFile.of("tencent-video", "iss");
        ObjectNode feeds = sound.feeds().deepCopy();
        ((ObjectNode) feeds.get("feeds")).set("ExportDevices", feeds.at("/feeds/ListDomains"));

        assertThat(findings(sound.id(), sound.json(), feeds)).contains("ExportDevices feed: a file has no items");
    }

    @Test
    void theValueOfASourcesOwnSourceIsAField() throws IOException {
        assertThat(findingsOfAFeed("live-v2", "DescribeRecord", "forEach/0/from/fields", "['channelId', 'id']"))
                .isEmpty();
        assertThat(findingsOfAFeed("live-v2", "DescribeRecord", "forEach/0/from/fields", "['channel', 'id']"))
                .containsExactly(
                        "DescribeRecord feed: forEach channelId, taskId: 'channel' is not a scalar field of the source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/title | '\u4e91' | title: is not a phrase of English without a full stop",
                "/groups/0/title | 'Channels.' | group live-channel: is not a phrase of English without a full stop",
                "/actions/DescribeWarnings/summary | 'Lists alarms' | DescribeWarnings: is not a sentence of English",
                "/actions/DescribeWarnings/request/0/summary | 'Sort order.' | DescribeWarnings.OrderType: is not a phrase of English without a full stop",
                "/types/WarningsData/0/summary | '\u6392\u5e8f' | WarningsData.Id: is not a phrase of English without a full stop",
            })
    void seesATextThatIsNotInTheStyleOfOurs(String place, String value, String finding) throws IOException {
        CatalogFile sound = CatalogFile.of("tencent-video", "iotvideoindustry");

        ApiCatalog spoilt = CatalogFile.api(
                sound.id(), SpoiltDocument.of(sound.json(), place, value), sound.feeds(), sound.callbacks());

        assertThat(TextLint.findings(spoilt)).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/vendor | 'tencent'",
                "/region | 'sometimes'",
                "/actions/DescribeWarnings/mutates | null",
                "/actions/DescribeWarnings/summary | 'Lists alarms. '",
                "/actions/DescribeWarnings/deprecated | false",
                "/actions/DescribeWarnings/rateLimit | 0",
                "/actions/DescribeWarnings/retries | 3",
                "/actions/DescribeWarnings/request/0/summary | ''",
                "/actions/DescribeWarnings/request/0/name | 'Levels.N'",
                "/actions/DescribeWarnings/request/0/name | 'Levels.N.Id'",
                "/actions/DescribeWarnings/request/0/type | 'List of Integer'",
                "/actions/DescribeWarnings/request/0/values | [1]",
                "/actions/DescribeWarnings/paging/outputToken | 'Next'",
                "/actions/DescribeWarnings/paging/style | 'cursor'",
                "/errors/0/kind | 'fatal'",
                "/errors/0/meaning | 'Gone.'",
                "/errors/1/reason | null",
                "/errors/1/kind | null",
                "/actions/DescribeWarnings/replacedBy | ['mdl/DescribeStreamLiveChannels']",
                "/actions/CreateRecordPlan/replacedBy | 'iotvideoindustry/CreateRecordingPlan'",
                "/actions/CreateRecordPlan/replacedBy | ['CreateRecordingPlan']",
                "/actions/DescribeWarnings/download | true",
                "/actions/DescribeWarnings/feed | {}",
                "/actions/DescribeWarnings/body | 'json'",
                "/actions/DescribeWarnings/bodyInterface | 'warnings'",
                "/actions/DescribeWarnings/request/0/in | 'path'",
                "/actions/DescribeWarnings/request/0/in | ['query']",
                "/actions/DescribeWarnings/request/0/in | ['query', 'query']",
            })
    void theSchemaSeesABrokenFormat(String place, String value) throws IOException {
        JsonNode sound = CatalogFile.of("tencent-video", "iotvideoindustry").json();

        assertThat(CatalogSchema.findings(SpoiltDocument.of(sound, place, value)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DescribeWarnings/kind | 'snapshot'",
                "DescribeWarnings/kind | 'series'",
                "DescribeWarnings/kind | 'table'",
                "DescribeWarnings/item | null",
                "DescribeWarnings/item | 'An alarm.'",
                "DescribeWarnings/tier | 4",
                "DescribeWarnings/confidence | 'sure'",
                "DescribeWarnings/items | 'Data..Id'",
                "DescribeWarnings/key | []",
                "DescribeWarnings/key | `['Id|digest']`",
                "DescribeWarnings/time | null",
                "DescribeWarnings/time/source | 'window'",
                "DescribeWarnings/time | {'source': 'answer'}",
                "DescribeWarnings/window/format | 'rfc'",
                "DescribeWarnings/window/format | 'minute-in-text'",
                "DescribeWarnings/window/end | null",
                "DescribeWarnings/window/at | 'Date'",
                "DescribeWarnings/lookback | null",
                "DescribeWarnings/delay | '10s'",
                "DescribeWarnings/bucket | {'size': 'PT1H'}",
                "DescribeWarnings/compare | ['Del']",
                "DescribeWarnings/gracePeriod | null",
                "DescribeWarnings/page | 100",
                "DescribeWarnings/forEach/0/need | 'maybe'",
                "DescribeWarnings/forEach/0/values | ['a']",
                "DescribeWarnings/forEach/0/from/fields | null",
                "DescribeAbnormalEvents/bucket | null",
                "DescribeAbnormalEvents/bucket/parameter | 'Per'",
                "DescribeAbnormalEvents/lookback | 'PT1H'",
                "DescribeDeviceList/gracePeriod | 'PT1H'",
                "DescribeDeviceList/time | {'source': 'receipt'}",
            })
    void theSchemaSeesAFeedOfABrokenFormat(String place, String value) throws IOException {
        JsonNode sound = CatalogFile.of("tencent-video", "iotvideoindustry").feeds();

        assertThat(CatalogSchema.feedFindings(SpoiltDocument.of(sound, "/feeds/" + place, value)))
                .isNotEmpty();
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
        var api = CatalogFile.of("tencent-video", "iotvideoindustry").api();

        assertThat(ValueLint.object(
                        api, "request", api.action("DescribeWarnings").parameters(), json(example)))
                .contains(finding.replace('`', '"'));
    }

    private static List<String> findingsOfAFeed(String api, String action, String place, String value)
            throws IOException {
        CatalogFile sound = CatalogFile.of("tencent-video", api);
        return findings(api, sound.json(), SpoiltDocument.of(sound.feeds(), "/feeds/" + action + "/" + place, value));
    }

    private static List<String> findings(String id, JsonNode api, JsonNode feeds) {
        return CatalogLint.findings(CatalogFile.api(id, api, feeds, JSON.createObjectNode()), AnswerShape.WHOLE);
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
