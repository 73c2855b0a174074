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
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.CallbackSpec.Event;
import io.github.camelvideo.catalog.CallbackSpec.Source;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's pages say about callbacks, as far as code depends on it. */
class CallbackCatalogTest {

    private static final Catalogs CATALOGS = Catalogs.ofClassPath("tencent-video");

    @ParameterizedTest
    @ValueSource(strings = {"iotvideoindustry", "live-v2"})
    void someApisDoNotCallBack(String api) {
        assertThat(CATALOGS.get(api).callbacks()).isNull();
    }

    @Test
    void liveTellsElevenKindsOfEvents() {
        assertThat(callbacks("live").type()).isEqualTo("event_type");
        assertThat(callbacks("live").events().values())
                .extracting(Event::name, Event::types)
                .containsExactly(
                        tuple("stream-started", List.of("1")),
                        tuple("stream-ended", List.of("0")),
                        tuple("recording-file", List.of("100")),
                        tuple("recording-status", List.of("332")),
                        tuple("recording-exception", List.of("341")),
                        tuple("screenshot", List.of("200")),
                        tuple("image-moderation", List.of("317")),
                        tuple("audio-moderation", List.of("315")),
                        tuple("push-exception", List.of("321")),
                        tuple("pull-task", List.of("314")),
                        tuple("monitoring", List.of("328")));
    }

    @Test
    void theObsoleteLiveApiTellsFourKinds() {
        assertThat(callbacks("live-v2017").type()).isEqualTo("event_type");
        assertThat(callbacks("live-v2017").events().values())
                .extracting(Event::name, Event::types)
                .containsExactly(
                        tuple("stream-started", List.of("1")),
                        tuple("stream-ended", List.of("0")),
                        tuple("recording-file", List.of("100")),
                        tuple("screenshot", List.of("200")));
    }

    @Test
    void streamLiveTellsOfPushes() {
        assertThat(callbacks("mdl").type()).isEqualTo("event_type");
        assertThat(callbacks("mdl").wrapper()).isEqualTo("data");
        assertThat(callbacks("mdl").events().values())
                .extracting(Event::name, Event::types)
                .containsExactly(tuple("push-started", List.of("329")), tuple("push-interrupted", List.of("330")));
    }

    @ParameterizedTest
    @CsvSource({"live, 'domain,pull-task'", "mdl, channel", "iss, ''", "live-v2017, ''"})
    void actionsRegisterAddressesForSomeTargets(String api, String kinds) {
        assertThat(String.join(",", callbacks(api).registrations().keySet())).isEqualTo(kinds);
    }

    @Test
    void everyEventOfLiveCanBeRegisteredButThoseOfMonitoring() {
        assertThat(callbacks("live").registrations().values().stream().flatMap(kind -> kind.urls().keySet().stream()))
                .hasSize(callbacks("live").events().size() - 1)
                .doesNotContain("monitoring")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"live, LATER_PAGE", "mdl, LATER_PAGE", "live-v2017, DOCUMENT", "iss, DOCUMENT"})
    void saysWhereTheEventsAreDescribed(String api, Source source) {
        assertThat(callbacks(api).events().values()).extracting(Event::source).containsOnly(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "live-v2017", "mdl"})
    void signsAKeyAndTheExpiry(String api) {
        assertThat(callbacks(api).check()).isEqualTo(new CallbackSpec.Check("sign", "t"));
    }

    @Test
    void aResultOfAnAiTaskIsNotSigned() {
        assertThat(callbacks("iss").check()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"live, 12", "live-v2017, 3"})
    void repeatsEveryMinute(String api, int times) {
        assertThat(callbacks(api).repeat())
                .isEqualTo(new CallbackSpec.Repeat(Duration.ofSeconds(20), Duration.ofMinutes(1), times));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdl", "iss"})
    void whetherOthersRepeatIsNotDocumented(String api) {
        assertThat(callbacks(api).repeat()).isEqualTo(new CallbackSpec.Repeat(null, null, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "live, stream-started, app appname stream_id sequence event_time, event_time, EPOCH_SECONDS",
        "live, stream-ended, app appname stream_id sequence event_time, event_time, EPOCH_SECONDS",
        "live, recording-file, file_id, end_time, EPOCH_SECONDS",
        "live, recording-status, stream_id session_id record_event seq event_time, event_time, EPOCH_SECONDS",
        "live, recording-exception, stream_id session_id file_format timestamp exception.type, timestamp, EPOCH_SECONDS",
        "live, screenshot, app appname stream_id pic_url create_time, create_time, EPOCH_SECONDS",
        "live, image-moderation, app appname streamId screenshotTime img|no-query, screenshotTime, EPOCH_SECONDS",
        "live, push-exception, domain path stream_id sequence data_time, data_time, EPOCH_MILLIS",
        "live, pull-task, task_id callback_event event_time msg, event_time, EPOCH_SECONDS",
        "live, monitoring, stream_id event_name event_time event_msg, event_time, EPOCH_MILLIS",
        "live-v2017, stream-started, app appname stream_id sequence event_time, event_time, EPOCH_SECONDS",
        "live-v2017, stream-ended, app appname stream_id sequence event_time, event_time, EPOCH_SECONDS",
        "live-v2017, recording-file, file_id, end_time, EPOCH_SECONDS",
        "live-v2017, screenshot, stream_id pic_url create_time, create_time, EPOCH_SECONDS",
    })
    void identifiesAndDatesAnEvent(String api, String name, String key, String field, TimeFormat format) {
        Event event = event(api, name);

        assertThat(event.key()).containsExactly(key.split(" "));
        assertThat(event.time()).isEqualTo(FeedSpec.Time.of(field, List.of(format), null));
    }

    @ParameterizedTest
    @CsvSource({
        "live, audio-moderation, domain path stream_id task_id request_id seq",
        "mdl, push-started, channel_id input_id pipeline pipelie stream_id t",
        "mdl, push-interrupted, channel_id input_id pipeline pipelie stream_id t",
        "iss, ai-result, TaskId ChannelId resultType Url|no-query",
    })
    void anEventWithoutATimeHappensWhenItIsReceived(String api, String name, String key) {
        assertThat(event(api, name).key()).containsExactly(key.split(" "));
        assertThat(event(api, name).time()).isNull();
    }

    @Test
    void theListOfPushesTellsOfBothEnds() {
        CallbackSpec.Twin twin = callbacks("live").twins().get("DescribeLiveStreamEventList");

        assertThat(callbacks("live").twins()).hasSize(1);
        assertThat(twin.within()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(twin.events().get("stream-started").key()).containsExactly("DomainName", "AppName", "StreamName");
        assertThat(twin.events().get("stream-started").time().field()).isEqualTo("StreamStartTime");
        assertThat(twin.events().get("stream-ended").time().field()).isEqualTo("StreamEndTime");
        assertThat(event("live", "stream-ended").twin().fields())
                .containsEntry("DomainName", "app")
                .containsEntry("AppName", "appname")
                .containsEntry("StreamName", "stream_id")
                .containsEntry("StreamEndTime", "event_time|iso");
    }

    @Test
    void theListOfAiResultsKnowsOneByItsPicture() {
        CallbackSpec.Twin twin = callbacks("iss").twins().get("GetAITaskResult");

        assertThat(twin.events())
                .isEqualTo(Map.of("ai-result", new CallbackSpec.TwinEvent(List.of("Url|no-query"), null)));
        assertThat(event("iss", "ai-result").twin())
                .isEqualTo(new CallbackSpec.TwinItem("GetAITaskResult", "ai-result", Map.of("Url", "Url")));
    }

    @Test
    void theAddressForAiResultsNamesTheParametersOfTheList() {
        assertThat(event("iss", "ai-result").query()).containsExactly("TaskId", "ChannelId");
        assertThat(CATALOGS.get("iss")
                        .action("GetAITaskResult")
                        .feed()
                        .list()
                        .forEach()
                        .get(0)
                        .parameters())
                .isEqualTo(event("iss", "ai-result").query());
    }

    /** The example of the documentation, whose braces were displaced there. */
    @Test
    void findsTheResultsInsideTheRequest() throws IOException {
        JsonNode request = ExactJson.parse(
                """
                {"Tag": "AI",
                 "AIConfig": {"DetectType": "Pet", "TimeInterval": 10,
                   "OperTimeslot": [{"Start": "14: 00: 00", "End": "16: 00: 00"}]},
                 "AIJobDetail": {"PetRecognition": [
                   {"Time": "0.000000", "Url": "https://xxx", "PetInfo": [
                     {"Name": "cat", "Score": 85, "Location": {"X": 738, "Y": 171, "Height": 440, "Width": 253}}]},
                   {"Time": "10.000000", "Url": "https://yyy", "PetInfo": []}]}}
                """);

        List<JsonNode> items = ItemPath.of(event("iss", "ai-result").items()).find(request);

        assertThat(items)
                .extracting(item -> item.path("resultType").asText(), item -> item.path("Url")
                        .asText())
                .containsExactly(tuple("PetRecognition", "https://xxx"), tuple("PetRecognition", "https://yyy"));
    }

    /** A page calls the pipeline so, its examples otherwise; both pipelines of an input may begin in the same second. */
    @Test
    void pipelinesOfStreamLiveAreToldApartHoweverTheyAreSpelled() {
        ObjectNode first = ExactJson.object()
                .put("channel_id", "63F5")
                .put("input_id", "6583")
                .put("pipelie", 0);
        ObjectNode second = first.deepCopy().put("pipelie", 1);

        List<String> key = event("mdl", "push-started").key();

        assertThat(key).anyMatch(field -> !first.path(field).equals(second.path(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "live, stream-started, stream_param",
        "live, recording-file, stream_param video_url",
        "live, screenshot, stream_param pic_full_url",
        "live, image-moderation, stream_param img",
        "live, pull-task, source_urls to_url msg",
        "live-v2017, recording-file, video_url stream_param",
    })
    void marksWhatGrantsAccessAsSecret(String api, String name, String fields) {
        assertThat(event(api, name).fields().values())
                .filteredOn(Field::secret)
                .extracting(Field::name)
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    private static CallbackSpec callbacks(String api) {
        return CATALOGS.get(api).callbacks();
    }

    private static Event event(String api, String name) {
        return callbacks(api).events().get(name);
    }
}
