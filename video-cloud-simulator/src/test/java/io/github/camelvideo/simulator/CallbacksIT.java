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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.simulator.CallbackReceiver.Received;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.Callback.State;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The clouds tell a user's address what happens. */
class CallbacksIT extends CallbackCase {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** By md5sum, of the key and 1777594200: ten minutes after the start. */
    private static final String SIGN = "b2d8744b99c388318047bb4471908653";

    /** By md5sum, of the key and 1777594260. */
    private static final String SIGN_A_MINUTE_LATER = "c34dbf3505cd98cb872cdad33ef79b3e";

    /** By md5sum, of other-key and 1777594200. */
    private static final String SIGN_OF_OTHER_KEY = "2b67e36cd9853b42240780e60c316c34";

    private String template(String fields) {
        return calls.call(
                        "CreateLiveCallbackTemplate", "{'TemplateName':'t','CallbackKey':'" + KEY + "'," + fields + "}")
                .path("TemplateId")
                .asText();
    }

    private void rule(String domain, String app, String template) {
        assertThat(calls.code(
                        "CreateLiveCallbackRule",
                        "{'DomainName':'" + domain + "','AppName':'" + app + "','TemplateId':" + template + "}"))
                .isNull();
    }

    @Test
    void aStartAndAnEndAreSentWithFieldsExpiryAndSignature() throws Exception {
        callbacks.to("live", receiver.url("/live?from=cloud"), KEY);

        live.startStream(DOMAIN, "live", "a");
        CLOCK.advance(MINUTE);
        live.stopStream(DOMAIN, "live", "a");
        callbacks.deliverDue();

        Received start = receiver.received().get(0);
        assertThat(start.method()).isEqualTo("POST");
        assertThat(start.path()).isEqualTo("/live?from=cloud");
        assertThat(start.contentType()).isEqualTo("application/json");
        JsonNode body = start.json();
        assertThat(body.path("event_type").isInt()).isTrue();
        assertThat(body.path("event_type").asInt()).isEqualTo(1);
        assertThat(body.path("app").asText()).isEqualTo(DOMAIN);
        assertThat(body.path("appname").asText()).isEqualTo("live");
        assertThat(body.path("stream_id").asText()).isEqualTo("a");
        assertThat(body.path("event_time").longValue()).isEqualTo(START.getEpochSecond());
        JsonNode end = receiver.received().get(1).json();
        assertThat(end.path("event_type").asInt()).isZero();
        assertThat(end.path("event_time").longValue()).isEqualTo(START.getEpochSecond() + 60);
        assertThat(end.path("t").longValue()).isEqualTo(1_777_594_260);
        assertThat(end.path("sign").asText()).isEqualTo(SIGN_A_MINUTE_LATER);
        assertThat(end.path("push_duration").asText()).isEqualTo("60000");
        assertThat(end.path("sequence")).isEqualTo(body.path("sequence"));
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void theSignatureIsTheDigestOfKeyAndExpiry() throws Exception {
        callbacks.to("live", receiver.url("/one"), KEY);
        callbacks.to("live", receiver.url("/two"), "other-key");

        send("a");
        callbacks.deliverDue();

        assertThat(receiver.texts("t")).containsExactly("1777594200", "1777594200");
        assertThat(receiver.texts("sign")).containsExactly(SIGN, SIGN_OF_OTHER_KEY);
    }

    @Test
    void withoutAKeyThereIsNoSignature() throws Exception {
        callbacks.to("live", receiver.url("/"), "");

        send("a");
        callbacks.deliverDue();

        assertThat(receiver.received().get(0).json().has("sign")).isFalse();
        assertThat(receiver.received().get(0).json().has("t")).isFalse();
    }

    @Test
    void pushesOfOneSecondHaveAnotherSequence() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);

        live.startStream(DOMAIN, "live", "a");
        live.stopStream(DOMAIN, "live", "a");
        live.startStream(DOMAIN, "live", "a");
        callbacks.deliverDue();

        List<String> sequences = receiver.texts("sequence");
        assertThat(sequences.get(0)).isEqualTo(sequences.get(1)).isNotEqualTo(sequences.get(2));
    }

    @Test
    void theListOfEventsShowsTheAddressOfTheClientThatTheCallbackTells() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        live.startStream(DOMAIN, "live", "a");
        CLOCK.advance(MINUTE);
        live.stopStream(DOMAIN, "live", "a");
        callbacks.deliverDue();
        CLOCK.advance(MINUTE);

        JsonNode listed = calls.call(
                        "DescribeLiveStreamEventList",
                        "{'StartTime':'2026-05-01T00:00:00Z','EndTime':'2026-05-01T00:02:00Z'}")
                .at("/EventList/0");

        assertThat(receiver.texts("user_ip").get(1))
                .isEqualTo(listed.path("ClientIp").asText());
        assertThat(receiver.texts("errmsg").get(1))
                .isEqualTo(listed.path("StopReason").asText());
    }

    @Test
    void everyWayInWhichAStreamEndsIsTold() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        for (String name : List.of("dropped", "forbidden", "disabled")) {
            live.startStream(DOMAIN, "live", name);
        }
        live.dropStream(DOMAIN, "live", "dropped");
        live.forbidStream("forbidden", START.plus(Duration.ofDays(1)));
        live.save(live.domain(DOMAIN).withEnabled(false));
        live.startStream(DOMAIN, "live", "turned away");
        callbacks.deliverDue();

        assertThat(receiver.texts("stream_id"))
                .containsExactly("dropped", "forbidden", "disabled", "dropped", "forbidden", "disabled");
        assertThat(receiver.texts("event_type")).containsExactly("1", "1", "1", "0", "0", "0");
    }

    @Test
    void aScheduledStreamIsToldThoughNobodyLooks() {
        callbacks.to("live", receiver.url("/"), KEY);
        live.schedule(DOMAIN, "live", "a", START.plusSeconds(30), START.plusSeconds(90));

        CLOCK.advance(Duration.ofHours(1));

        Awaitility.await().untilAsserted(() -> assertThat(receiver.texts("event_time"))
                .containsExactly("1777593630", "1777593690"));
    }

    @Test
    void eventsGoWhereRulesOfDomainAndPathSay() throws Exception {
        String both = template("'StreamBeginNotifyUrl':'" + receiver.url("/begin") + "','StreamEndNotifyUrl':'"
                + receiver.url("/end") + "'");
        String begin = template("'StreamBeginNotifyUrl':'" + receiver.url("/other") + "'");
        rule("one.test.com", "live", both);
        rule("two.test.com", "live", begin);

        for (String domain : List.of("one.test.com", "two.test.com", "three.test.com")) {
            live.startStream(domain, "live", domain);
            live.stopStream(domain, "live", domain);
        }
        live.startStream("one.test.com", "another", "a");
        callbacks.deliverDue();

        assertThat(receiver.received())
                .extracting(Received::path)
                .containsExactlyInAnyOrder("/begin", "/end", "/other");
        assertThat(receiver.texts("sign")).containsOnly(SIGN);
    }

    @Test
    void aRuleThatIsDeletedNoLongerCounts() throws Exception {
        rule(DOMAIN, "live", template("'StreamBeginNotifyUrl':'" + receiver.url("/begin") + "'"));
        live.startStream(DOMAIN, "live", "a");

        calls.call("DeleteLiveCallbackRule", "{'DomainName':'" + DOMAIN + "','AppName':'live'}");
        live.startStream(DOMAIN, "live", "b");
        callbacks.deliverDue();

        assertThat(receiver.texts("stream_id")).containsExactly("a");
        assertThat(send("c")).isEmpty();
    }

    @Test
    void anotherStatusIsRepeatedEachMinuteWithAnExpiryOfItsOwnUntilItIs200() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> number == 1 ? 500 : number == 2 ? 204 : 200);

        send("a");
        callbacks.deliverDue();
        assertThat(receiver.received()).hasSize(1);
        deliverAfter(Duration.ofSeconds(59));
        assertThat(receiver.received()).hasSize(1);
        assertThat(last().state()).isEqualTo(State.WAITING);
        deliverAfter(Duration.ofSeconds(1));
        deliverAfter(MINUTE);
        deliverAfter(Duration.ofHours(1));

        assertThat(receiver.texts("t")).containsExactly("1777594200", "1777594260", "1777594320");
        assertThat(receiver.texts("sign")).startsWith(SIGN, SIGN_A_MINUTE_LATER);
        assertThat(receiver.texts("event_time")).containsOnly("1777593600");
        assertThat(last().state()).isEqualTo(State.DELIVERED);
        assertThat(last().attempts()).extracting(Callback.Attempt::status).containsExactly(500, 204, 200);
    }

    @Test
    void repetitionsCanHaveTheExpiryOfTheFirstRequest() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        callbacks.renewsExpiry(false);
        receiver.answer(number -> number == 1 ? 500 : 200);

        send("a");
        callbacks.deliverDue();
        deliverAfter(MINUTE);

        assertThat(receiver.texts("sign")).containsExactly(SIGN, SIGN);
    }

    @Test
    void itIsGivenUpAfterTwelveRepetitions() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> 503);

        send("a");
        callbacks.deliverDue();
        for (int i = 0; i < 20; i++) {
            deliverAfter(MINUTE);
        }

        assertThat(receiver.received()).hasSize(13);
        assertThat(last().state()).isEqualTo(State.GIVEN_UP);
        assertThat(callbacks.count(State.GIVEN_UP)).isEqualTo(1);
        assertThat(callbacks.count(State.WAITING)).isZero();
    }

    @Test
    void aResponseThatDoesNotComeInTimeIsRepeated() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        callbacks.answerWithin(Duration.ofMillis(200));
        receiver.answer(number -> number == 1 ? CallbackReceiver.NEVER : 200);

        send("a");
        callbacks.deliverDue();
        assertThat(last().attempts().get(0).failure()).contains("No response within PT0.2S");
        deliverAfter(MINUTE);

        assertThat(receiver.received()).hasSize(2);
        assertThat(last().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> 302);

        send("a");
        callbacks.deliverDue();

        assertThat(receiver.received()).extracting(Received::path).containsExactly("/");
        assertThat(last().attempts().get(0).status()).isEqualTo(302);
    }

    @Test
    void anAddressThatIsNoUrlOrRefusesIsAFailure() throws Exception {
        rule(DOMAIN, "live", template("'StreamBeginNotifyUrl':'file:///etc/passwd'"));
        callbacks.to("live", "http://127.0.0.1:1/", KEY);

        send("a");
        callbacks.deliverDue();

        assertThat(callbacks.all())
                .extracting(callback -> callback.attempts().get(0).failure())
                .anySatisfy(failure -> assertThat(failure).contains("must begin with http"))
                .anySatisfy(failure -> assertThat(failure).contains("No response"));
        assertThatThrownBy(() -> callbacks.to("live", "ftp://example.com/", KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://");
    }

    @Test
    void whatIsUnknownIsNamed() {
        assertThatThrownBy(() -> callbacks.send("live", "stream-begun", fields("a")))
                .hasMessageContaining("Unknown event 'stream-begun'")
                .hasMessageContaining("stream-started");
        assertThatThrownBy(() -> callbacks.to("linkvisual", receiver.url("/"), KEY))
                .hasMessageContaining("'linkvisual' has no callbacks");
    }

    @Test
    void theLedgerTellsWhatWasSentAndWhatBecameOfItAndNoSecret() throws Exception {
        callbacks.to("live", receiver.url("/secret-path"), KEY);

        send("a");
        callbacks.deliverDue();

        Callback callback = callbacks.all().get(0);
        assertThat(callback.number()).isEqualTo(1);
        assertThat(callback.event()).isEqualTo("stream-started");
        assertThat(callback.createdAt()).isEqualTo(START);
        assertThat(callback.fields().path("stream_id").asText()).isEqualTo("a");
        assertThat(callback.attempts().get(0).response()).isEqualTo("{\"code\":0}");
        assertThat(callback.attempts().get(0).request())
                .isEqualTo(receiver.received().get(0).body());
        assertThat(callback.toString()).doesNotContain(KEY, SIGN, "secret-path");
    }

    private JsonNode listed(String from, String to, String more) {
        return calls.call(
                        "DescribeCallbackRecordsList",
                        "{'StreamName':'a','PageNum':1,'PageSize':10,'StartTime':'" + from + "','EndTime':'" + to + "'"
                                + more + "}")
                .path("DataInfoList");
    }

    @Test
    void theActionListsEachRequestWithItsResult() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> number == 1 ? 500 : 200);
        send("a");
        callbacks.deliverDue();
        deliverAfter(MINUTE);

        JsonNode listed = listed("2026-05-01T00:00:00Z", "2026-05-01T00:10:00Z", "");

        assertThat(listed.findValuesAsText("ResultCode")).containsExactly("500", "0");
        assertThat(listed.findValuesAsText("EventTime")).containsOnly("2026-05-01T00:00:00Z");
        assertThat(listed.findValuesAsText("ResponseTime"))
                .containsExactly("2026-05-01T00:00:00Z", "2026-05-01T00:01:00Z");
        assertThat(listed.at("/0/Request").asText())
                .isEqualTo(receiver.received().get(0).body());
    }

    @Test
    void listedRequestsAreFilteredByTypeAndResultAndWrittenAsAskedFor() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        live.schedule(DOMAIN, "live", "a", START, START.plusSeconds(180));
        deliverAfter(MINUTE);
        deliverAfter(Duration.ofMinutes(9));

        assertThat(listed("2026-05-01T00:00:00Z", "2026-05-01T00:10:00Z", "").findValuesAsText("EventType"))
                .containsExactly("1", "0");
        assertThat(listed("2026-05-01 08:00:00", "2026-05-01 09:00:00", ",'EventType':0")
                        .findValuesAsText("EventTime"))
                .containsExactly("2026-05-01 08:03:00");
        assertThat(listed("2026-05-01 08:00:00", "2026-05-01 09:00:00", ",'ResultCode':1"))
                .isEmpty();
    }

    @Test
    void inventedFieldsHaveTheirTypesAndKeysOfTheirOwn() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);

        callbacks.send("live", "stream-ended", callbacks.invent("live", "stream-ended", 1));
        callbacks.send("live", "stream-ended", callbacks.invent("live", "stream-ended", 2));
        callbacks.deliverDue();

        JsonNode first = receiver.received().get(0).json();
        SimulatedApis.with(null)
                .catalog("live")
                .callbacks()
                .events()
                .get("stream-ended")
                .fields()
                .keySet()
                .forEach(field -> assertThat(first.has(field)).as(field).isTrue());
        assertThat(first.path("errcode").isNumber()).isTrue();
        assertThat(receiver.texts("stream_id")).doesNotHaveDuplicates();
        assertThat(receiver.texts("event_time")).containsOnly("1777593600");
    }

    @Test
    void everyEventOfEveryApiIsSent() throws Exception {
        for (String api : SimulatedApis.with(null).ids()) {
            CallbackSpec spec = SimulatedApis.with(null).catalog(api).callbacks();
            if (spec == null) {
                continue;
            }
            callbacks.to(api, receiver.url("/" + api), KEY);
            for (CallbackSpec.Event event : spec.events().values()) {
                callbacks.send(api, event.name(), callbacks.invent(api, event.name(), 1));
                callbacks.deliverDue();

                List<Received> all = receiver.received();
                JsonNode body = all.get(all.size() - 1).json();
                assertThat(all.get(all.size() - 1).path()).isEqualTo("/" + api);
                assertThat(event.types()).contains(body.path(spec.type()).asText());
                event.fields().keySet().forEach(field -> assertThat(body.has(field))
                        .as(event.name() + " " + field)
                        .isTrue());
                assertThat(body.has("sign")).isEqualTo(spec.check() != null);
            }
        }
        assertThat(callbacks.count(State.DELIVERED)).isPositive();
    }

    @Test
    void severalRequestsRunAtOnceWhereThatIsWanted() {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> number == 1 ? CallbackReceiver.NEVER : 200);
        callbacks.concurrency(2);

        send("a");
        send("b");
        send("c");

        Awaitility.await().until(() -> callbacks.count(State.DELIVERED) == 2);
        assertThat(callbacks.count(State.WAITING)).isEqualTo(1);
    }

    @Test
    void theTestThatFollowsIsNotToldOfThisOne() throws Exception {
        callbacks.to("live", receiver.url("/"), KEY);
        receiver.answer(number -> 500);
        send("a");
        callbacks.deliverDue();

        CLOUD.simulator().reset();
        live.startStream(DOMAIN, "live", "b");
        deliverAfter(MINUTE);

        assertThat(receiver.received()).hasSize(1);
        assertThat(callbacks.all()).isEmpty();
    }
}
