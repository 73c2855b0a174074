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
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lint sees what is wrong with callbacks: each case spoils one place of a sound document. Places are JSON pointers, events by name. */
class CallbackLintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/type | null | callbacks: several events, but no field tells the type",
                "/type | null | callback screenshot: types, but no field tells them",
                "/events/screenshot/types | null | callback screenshot: has no type",
                "/events/screenshot/types | ['100'] | callback screenshot: type '100' is that of recording-file",
                "/events/screenshot/fields/0/type | 'Int' | callback screenshot.app: type 'Int' is not declared",
                "/events/screenshot/fields/0/name | 't' | callback screenshot: field 't' is one of every request",
                "/events/screenshot/fields/0/name | 'sign' | callback screenshot: field 'sign' is one of every request",
                "/events/screenshot/fields/0/name | 'event_type' | callback screenshot: field 'event_type' is one of every request",
                "/events/screenshot/query | ['app'] | callback screenshot: query 'app' is a field",
                "/events/screenshot/items | 'pictures' | callback screenshot: items 'pictures' leads to nothing in the request",
                "/events/screenshot/items | 'width' | callback screenshot: items: step 1 of the path 'width' needs an array but finds NUMBER",
                "/events/screenshot/key | ['picture'] | callback screenshot: key 'picture' is not a scalar field of an item",
                "/events/screenshot/key | ['sign'] | callback screenshot: key 'sign' is the digest",
                "/events/screenshot/key | `['width|no-query']` | callback screenshot: key 'width' is not a text of an item",
                "/events/image-moderation/key | ['labelResults'] | callback image-moderation: key 'labelResults' is not a scalar field of an item",
                "/events/screenshot/time/field | 'created' | callback screenshot: time 'created' is not a scalar field of an item",
                "/events/screenshot/time/formats | ['local'] | callback screenshot: time 'create_time' needs a zone",
                "/events/stream-ended/twin/action | 'DescribeStreams' | callback stream-ended: twin 'DescribeStreams' is not one of the twins",
                "/events/stream-ended/twin/event | null | callback stream-ended: twin DescribeLiveStreamEventList: which of its events is not said",
                "/events/stream-ended/twin/event | 'ended' | callback stream-ended: twin DescribeLiveStreamEventList: 'ended' is not one of its events",
                "/events/stream-ended/twin/event | 'stream-started' | callbacks twin DescribeLiveStreamEventList: no event is its 'stream-ended'",
                "/events/stream-ended/twin/fields/AppName | null | callback stream-ended: twin DescribeLiveStreamEventList: 'AppName' identifies it but is not given",
                "/events/stream-ended/twin/fields/StreamEndTime | null | callback stream-ended: twin DescribeLiveStreamEventList: 'StreamEndTime' identifies it but is not given",
                "/events/stream-ended/twin/fields/Ip | 'user_ip' | callback stream-ended: twin DescribeLiveStreamEventList: 'Ip' is not a scalar field of an item of the list",
                "/events/stream-ended/twin/fields/ClientIp | 'ip' | callback stream-ended: twin DescribeLiveStreamEventList: 'ip' is not a scalar field of the event",
                "/events/stream-ended/twin/fields/ClientIp | `'user_ip|iso'` | callback stream-ended: twin DescribeLiveStreamEventList: 'user_ip' cannot become ISO 8601, since it is not a whole number",
                "/twins/DescribeStreams | {} | callbacks twin DescribeStreams: is not an action",
                "/twins/CreateRecordTask | {} | callbacks twin CreateRecordTask: is not a feed of kind log",
                "/twins/DescribeLivePullStreamTasks | {} | callbacks twin DescribeLivePullStreamTasks: is not a feed of kind log",
                "/twins/DescribeRecordTask | {} | callbacks twin DescribeRecordTask: no event names it",
                "/twins/DescribeLiveStreamEventList/events/stream-ended/key | ['Stream'] | callbacks twin DescribeLiveStreamEventList: stream-ended: key 'Stream' is not a scalar field of an item of the list",
                "/twins/DescribeLiveStreamEventList/events/stream-ended/time/field | 'Ended' | callbacks twin DescribeLiveStreamEventList: stream-ended: time 'Ended' is not a scalar field of an item of the list",
                "/twins/DescribeLiveStreamEventList/events/stream-ended/time/formats | ['local'] | callbacks twin DescribeLiveStreamEventList: stream-ended: time needs a zone",
            })
    void seesPartsThatDoNotFit(String place, String value, String finding) throws IOException {
        assertThat(findings("live", place, value)).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/registrations/domain/urls/screenshots | 'SnapshotNotifyUrl' | domain: 'screenshots' is not one of the events",
                "/registrations/domain/urls/screenshot | 'SnapshotUrl' | domain: CreateLiveCallbackTemplate has no parameter 'SnapshotUrl'",
                "/registrations/domain/urls/screenshot | 'SnapshotUrl' | domain: ModifyLiveCallbackTemplate has no parameter 'SnapshotUrl'",
                "/registrations/domain/urls/screenshot | 'SnapshotUrl' | domain: DescribeLiveCallbackTemplates does not show 'SnapshotUrl'",
                "/registrations/domain/key | 'NotifyKey' | domain: CreateLiveCallbackTemplate has no parameter 'NotifyKey'",
                "/registrations/domain/target | ['DomainName'] | domain: CreateLiveCallbackRule needs 'AppName'",
                "/registrations/domain/target | ['DomainName'] | domain: default 'AppName' is not of the target",
                "/registrations/domain/target | ['AppName', 'DomainName'] | domain: target 'DomainName' needs a default, since one before it has one",
                "/registrations/domain/template/id | 'Id' | domain: CreateLiveCallbackTemplate does not tell 'Id'",
                "/registrations/domain/template/unlisted | null | domain: DescribeLiveCallbackTemplates does not show 'RecordStatusNotifyUrl'",
                "/registrations/domain/template/unlisted | ['StreamEndNotifyUrl'] | domain: unlisted 'StreamEndNotifyUrl' is listed",
                "/registrations/domain/template/unlisted | ['StreamMixNotifyUrl'] | domain: unlisted 'StreamMixNotifyUrl' is not written",
                "/registrations/domain/template/create | 'CreateTemplate' | domain: 'CreateTemplate' is not an action",
                "/registrations/domain/template/remove | 'DescribeLiveCallbackRules' | domain: DescribeLiveCallbackRules changes nothing",
                "/registrations/domain/template/list/items | 'List' | domain: DescribeLiveCallbackTemplates has no records in 'List'",
                "/registrations/domain/template/rules/list/action | 'DeleteLiveCallbackRule' | domain: DeleteLiveCallbackRule changes something",
                "/registrations/domain/template/rules/list | {'action': 'DescribeLivePullStreamTasks', 'items': 'TaskInfos'} | domain: DescribeLivePullStreamTasks shows only a page, and registrations read no others",
                "/registrations/pull-task/setting/values | null | pull-task: ModifyLivePullStreamTask needs 'Operator'",
                "/registrations/pull-task/setting/replaces | true | pull-task: DescribeLivePullStreamTasks does not show 'FileIndex', which ModifyLivePullStreamTask would clear",
            })
    void seesRegistrationsThatDoNotFit(String place, String value, String finding) throws IOException {
        assertThat(findings("live", place, value)).contains("callbacks registration " + finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/registrations/channel/key | 'EventNotifySettings.NotifyKey' | ModifyStreamLiveChannel has no parameter 'EventNotifySettings.NotifyKey'",
                "/registrations/channel/key | 'EventNotifySettings' | DescribeStreamLiveChannel does not show 'EventNotifySettings'",
                "/registrations/channel/setting/modify | 'ModifyStreamLiveInput' | ModifyStreamLiveInput has no parameter 'EventNotifySettings.PushEventSettings.NotifyUrl'",
                "/registrations/channel/setting/modify | 'ModifyChannel' | 'ModifyChannel' is not an action",
                "/registrations/channel/setting/modify | 'DescribeStreamLiveChannel' | DescribeStreamLiveChannel changes nothing",
            })
    void seesChannelsThatCannotBeWrittenBack(String place, String value, String finding) throws IOException {
        assertThat(findings("mdl", place, value)).contains("callbacks registration channel: " + finding);
    }

    @Test
    void seesAKeyThatSignsNothing() throws IOException {
        assertThat(findings("mdl", "/check", "null"))
                .contains("callbacks registration channel: a key is registered, but requests are not signed");
    }

    @Test
    void seesATypeThatNoFieldTells() throws IOException {
        assertThat(findings("iss", "/type", "null"))
                .containsExactly("callback ai-result: types, but no field tells them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/events/ai-result/items | 'AIJobDetail' | callback ai-result: key 'resultType' is not a scalar field of an item",
                "/events/ai-result/query | null | callback ai-result: key 'TaskId' is not a scalar field of an item",
                "/events/ai-result/key | ['Tag'] | callback ai-result: key 'Tag' is not a scalar field of an item",
            })
    void aKeyIsAFieldOfTheItemsInsideARequest(String place, String value, String finding) throws IOException {
        assertThat(findings("iss", place, value)).contains(finding);
    }

    @Test
    void aTypeMayBePartOfAKeyAndSoMayTheExpiry() throws IOException {
        assertThat(findings("live", "/events/screenshot/key", "['event_type', 't']"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/vendor | 'tencent'",
                "/events | null",
                "/events | []",
                "/check/sign | null",
                "/check/key | 'secret'",
                "/repeat/times | null",
                "/repeat/times | 0",
                "/repeat/every | '1m'",
                "/type | 'event.type'",
                "/events/screenshot/name | 'Screenshot'",
                "/events/screenshot/name | 'screen_shot'",
                "/events/screenshot/name | 'unknown'",
                "/events/screenshot/types | []",
                "/events/screenshot/types | [200]",
                "/events/screenshot/source | null",
                "/events/screenshot/source | 'rumour'",
                "/events/screenshot/summary | null",
                "/events/screenshot/summary | 'A screenshot'",
                "/events/screenshot/items | 'a..b'",
                "/events/screenshot/fields | null",
                "/events/screenshot/fields/0/summary | null",
                "/events/screenshot/fields/0/summary | '\u6392\u5e8f'",
                "/events/screenshot/fields/0/type | 'List of String'",
                "/events/screenshot/fields/0/secret | false",
                "/events/screenshot/key | null",
                "/events/screenshot/key | []",
                "/events/screenshot/key | `['pic_url|digest']`",
                "/events/screenshot/time/source | 'receipt'",
                "/events/screenshot/time/formats | null",
                "/events/screenshot/time/formats | ['rfc']",
                "/events/screenshot/time/formats | ['minute-in-text']",
                "/events/screenshot/query | []",
                "/events/stream-ended/twin/action | null",
                "/events/stream-ended/twin/fields | null",
                "/events/stream-ended/twin/fields/ClientIp | `'user_ip|utc'`",
                "/registrations | []",
                "/registrations/domain/name | 'Domain'",
                "/registrations/domain/target | []",
                "/registrations/domain/urls | {}",
                "/registrations/domain/urls | null",
                "/registrations/domain/template | null",
                "/registrations/domain/template/modify | null",
                "/registrations/domain/template/list/items | 'Templates[]'",
                "/registrations/domain/setting | {'read': {'action': 'A', 'items': 'B'}, 'modify': 'M'}",
                "/registrations/pull-task/setting/replaces | false",
                "/registrations/pull-task/setting/remove | 'DeleteLivePullStreamTask'",
                "/twins/DescribeLiveStreamEventList/within | '3s'",
                "/twins/DescribeLiveStreamEventList/lookback | 'PT1H'",
                "/twins/DescribeLiveStreamEventList/events/stream-ended/key | null",
                "/twins/DescribeLiveStreamEventList/events/Ended | {'key': ['AppName']}",
            })
    void theSchemaSeesABrokenFormat(String place, String value) throws IOException {
        JsonNode sound = CatalogFile.of("tencent-video", "live").callbacks();

        assertThat(CatalogSchema.callbackFindings(SpoiltDocument.of(sound, place, value)))
                .isNotEmpty();
    }

    private static List<String> findings(String api, String place, String value) throws IOException {
        CatalogFile sound = CatalogFile.of("tencent-video", api);
        var spoilt =
                CatalogFile.api(api, sound.json(), sound.feeds(), SpoiltDocument.of(sound.callbacks(), place, value));
        return CatalogLint.findings(spoilt, UnwrappedAnswer.shape(spoilt)).stream()
                .filter(finding -> finding.startsWith("callback"))
                .toList();
    }
}
