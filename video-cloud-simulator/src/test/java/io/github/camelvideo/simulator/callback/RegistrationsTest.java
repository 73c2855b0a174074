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
package io.github.camelvideo.simulator.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where events go by what the actions of an API registered. */
class RegistrationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /**
     * The addresses of an event.
     *
     * @param records one record of each kind
     */
    private static List<Target> targets(String api, String event, String fields, Map<String, String> records) {
        return Registrations.ALL
                .get(api)
                .targets(
                        event,
                        json(fields),
                        kind -> records.containsKey(kind) ? List.of(json(records.get(kind))) : List.of());
    }

    private static final Map<String, String> RULE = Map.of(
            "live/callback-rule", "{'DomainName':'d','AppName':'a','TemplateId':7}",
            "live/callback-template",
                    "{'TemplateId':7,'CallbackKey':'k','RecordNotifyUrl':'http://record','PushExceptionNotifyUrl':'http://push'}");

    @Test
    void aTemplateHasAnAddressForEachEvent() {
        assertThat(targets("live", "recording-file", "{'app':'d','appname':'a'}", RULE))
                .containsExactly(new Target("http://record", "k"));
        assertThat(targets("live", "stream-started", "{'app':'d','appname':'a'}", RULE))
                .isEmpty();
        assertThat(targets("live", "unheard-of", "{}", RULE)).isEmpty();
    }

    @Test
    void aRuleIsForItsDomainAndPathHoweverTheEventNamesThem() {
        assertThat(targets("live", "push-exception", "{'domain':'d','path':'a'}", RULE))
                .hasSize(1);
        assertThat(targets("live", "push-exception", "{'domain':'other','path':'a'}", RULE))
                .isEmpty();
        assertThat(targets("live", "push-exception", "{'domain':'d','path':'other'}", RULE))
                .isEmpty();
    }

    @Test
    void anEventThatNamesNoDomainGoesToAll() {
        assertThat(targets("live", "push-exception", "{}", RULE)).hasSize(1);
    }

    @Test
    void aPullTaskIsToldOfItsOwnEventsThatItWants() {
        Map<String, String> task = Map.of(
                "live/pull-task",
                "{'TaskId':'1','CallbackUrl':'http://task','CallbackEvents':['TaskStart','TaskExit']}");

        assertThat(targets("live", "pull-task", "{'task_id':'1','callback_event':'TaskExit'}", task))
                .containsExactly(new Target("http://task", null));
        assertThat(targets("live", "pull-task", "{'task_id':'2','callback_event':'TaskExit'}", task))
                .isEmpty();
        assertThat(targets("live", "pull-task", "{'task_id':'1','callback_event':'TaskAlarm'}", task))
                .isEmpty();
        assertThat(targets(
                        "live",
                        "pull-task",
                        "{'task_id':'1','callback_event':'TaskAlarm'}",
                        Map.of("live/pull-task", "{'TaskId':'1','CallbackUrl':'http://task'}")))
                .hasSize(1);
        assertThat(targets("live", "stream-started", "{}", task)).isEmpty();
    }

    @Test
    void aChannelOfStreamLiveHasAddressAndKeyInItsSettings() {
        String channel = "{'Id':'c1','EventNotifySettings':{'PushEventSettings':"
                + "{'NotifyUrl':'http://channel','NotifyKey':'k'}}}";

        assertThat(targets("mdl", "push-started", "{'channel_id':'c1'}", Map.of("mdl/channel", channel)))
                .containsExactly(new Target("http://channel", "k"));
        assertThat(targets("mdl", "push-started", "{'channel_id':'c2'}", Map.of("mdl/channel", channel)))
                .isEmpty();
        assertThat(targets("mdl", "push-started", "{'channel_id':'c1'}", Map.of("mdl/channel", "{'Id':'c1'}")))
                .isEmpty();
    }

    @Test
    void anAiTaskHasAnAddressAndNoKey() {
        assertThat(targets("iss", "ai-result", "{}", Map.of("iss/ai-task", "{'CallbackUrl':'http://ai?task=1'}")))
                .containsExactly(new Target("http://ai?task=1", null));
    }

    @Test
    void noTextShowsAddressOrKey() {
        assertThat(new Target("http://secret", "k").toString()).isEqualTo("target");
    }
}
