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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.callback.Callback;
import io.github.camelvideo.simulator.callback.Callbacks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.SupervisingRouteController;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Routes that tell the simulated cloud which address to call, and the cloud that then calls it. */
class CallbackRegistrationIT extends CallbackRoute {

    private static final String DOMAIN = "push.example.com";
    private static final String REFUSAL =
            "{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter.CallbackTempLimit\",\"Message\":\"too many\"},\"RequestId\":\"1\"}}";
    private static final String NEW_KEY = "callback-key-2";

    private final Callbacks callbacks = cloud().world().callbacks();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger consumers = (Logger) LoggerFactory.getLogger("io.github.camelvideo.consumer");

    @BeforeEach
    void listen() {
        log.start();
        consumers.addAppender(log);
    }

    @AfterEach
    void forget() {
        consumers.detachAppender(log);
        callbacks.clear();
    }

    private String live(String options) {
        return live(address(), KEY, options);
    }

    private String live(String url, String key, String options) {
        return "tencent-video:live/callback?delay=50&callback=" + PATH + "&callbackKey=" + key + "&callbackUrl=RAW("
                + url + ")&" + options;
    }

    @Test
    void theCloudCallsBackAboutTheDomainsThatARouteNames() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com,push.example.com/tv"));

        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        cloud().world().live().startStream(DOMAIN, "tv", "cam2");
        cloud().world().live().startStream(DOMAIN, "other", "cam3");
        callbacks.deliverDue();
        await(2);

        assertThat(texts()).containsExactly("stream-started cam1 push", "stream-started cam2 push");
        assertThat(callbacks.all()).extracting(Callback::state).containsOnly(Callback.State.DELIVERED);
        assertThat(writes())
                .containsExactly("CreateLiveCallbackTemplate", "CreateLiveCallbackRule", "CreateLiveCallbackRule");
    }

    @Test
    void whatTheCloudCannotDeliverItRepeatsToTheAddressRegistered() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com"));
        context.getRouteController().suspendRoute(ROUTE);
        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        callbacks.deliverDue();
        assertThat(told).isEmpty();

        context.getRouteController().resumeRoute(ROUTE);
        CLOCK.advance(Duration.ofMinutes(1));
        callbacks.deliverDue();
        await(1);

        assertThat(texts()).containsExactly("stream-started cam1 push");
    }

    @Test
    void aListWithCallbacksRegistersThem() throws Exception {
        start(LIST
                + live("startFrom=now&autoRegister=true&registerFor=push.example.com")
                        .replace("tencent-video:live/callback", ""));
        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        callbacks.deliverDue();
        await(1);

        assertThat(texts()).containsExactly("stream-started cam1 push");
    }

    @Test
    void aWebhookRegistersItsAddress() throws Exception {
        start("webhook:"
                + live("autoRegister=true&registerFor=push.example.com")
                        .replace("callback=" + PATH, "webhookComponentName=platform-http&webhookPath=" + PATH));
        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        callbacks.deliverDue();
        await(1);

        assertThat(texts()).containsExactly("stream-started cam1 push");
    }

    @Test
    void aTargetThatIsWrittenTwiceIsRegisteredOnce() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com,push.example.com/live,domain:push.example.com"));

        assertThat(writes()).containsExactly("CreateLiveCallbackTemplate", "CreateLiveCallbackRule");
    }

    @Test
    void aRouteThatCouldNotRegisterDoesSoAtItsNextStart() throws Exception {
        cloud().answer("live/CreateLiveCallbackRule", REFUSAL);
        start(context, live("autoRegister=true&registerFor=push.example.com"), route -> route.autoStartup(false));
        assertThatThrownBy(() -> context.getRouteController().startRoute(ROUTE))
                .hasStackTraceContaining("InvalidParameter.CallbackTempLimit");
        assertThat(post(signed(event(1, "cam0", now()), KEY)).statusCode()).isNotEqualTo(200);

        cloud().reset();
        context.getRouteController().startRoute(ROUTE);
        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        callbacks.deliverDue();
        await(1);

        assertThat(texts()).containsExactly("stream-started cam1 push");
    }

    @Test
    void aSupervisedRouteIsStartedAgainUntilItCanRegister() throws Exception {
        cloud().answer("live/CreateLiveCallbackRule", REFUSAL);
        CamelContext node = createCamelContext();
        SupervisingRouteController supervisor = node.getRouteController().supervising();
        supervisor.setInitialDelay(0);
        supervisor.setBackOffDelay(20);
        start(node, live("autoRegister=true&registerFor=push.example.com"), route -> {});
        node.start();
        try {
            Awaitility.await().atMost(LONG).until(() -> cloud().requests().count("CreateLiveCallbackRule") > 1);
            assertThat(node.getRouteController().getRouteStatus(ROUTE).isStarted())
                    .isFalse();

            cloud().reset();
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> node.getRouteController().getRouteStatus(ROUTE).isStarted());
            cloud().world().live().startStream(DOMAIN, "live", "cam1");
            callbacks.deliverDue();
            await(1);
        } finally {
            node.stop();
        }

        assertThat(templates()).hasSize(1);
    }

    @Test
    void aSecondStartWritesNothing() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com"));
        cloud().requests().clear();

        restart();

        assertThat(cloud().requests().count()).isEqualTo(2);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aDomainThatIsAddedGetsARuleToTheSameTemplate() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com"));
        replace(live("autoRegister=true&registerFor=push.example.com,push2.example.com"));

        assertThat(writes()).containsExactly("CreateLiveCallbackRule");
        assertThat(templates()).hasSize(1);
    }

    @Test
    void aNewKeyIsRegisteredAndTheCloudSignsWithIt() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com"));
        replace(live(address(), KEY + "," + NEW_KEY, "autoRegister=true&registerFor=push.example.com"));

        assertThat(writes()).containsExactly("ModifyLiveCallbackTemplate");
        assertThat(templates().get(0).path("CallbackKey").asText()).isEqualTo(NEW_KEY);
        replace(live(address(), NEW_KEY, "autoRegister=true&registerFor=push.example.com"));
        assertThat(writes()).isEmpty();
        cloud().world().live().startStream(DOMAIN, "live", "cam1");
        callbacks.deliverDue();
        await(1);
    }

    @Test
    void anAddressThatSomebodyChangedInOurTemplateIsPutRight() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com"));
        call(
                "live/ModifyLiveCallbackTemplate",
                Map.of("TemplateId", templates().get(0).path("TemplateId").asLong(), "StreamEndNotifyUrl", ""));
        cloud().requests().clear();

        restart();

        assertThat(writes()).containsExactly("ModifyLiveCallbackTemplate");
        assertThat(templates().get(0).path("StreamEndNotifyUrl").asText()).isEqualTo(address());
    }

    @Test
    void aNewAddressTakesThePlaceOfTheFormerOne() throws Exception {
        start(live(address() + "?old=1", KEY, "autoRegister=true&registerFor=push.example.com"));
        replace(live("autoRegister=true&registerFor=push.example.com&formerCallbackUrl=RAW(" + address() + "?old=1)"));

        assertThat(writes()).containsExactly("ModifyLiveCallbackTemplate");
        assertThat(templates()).hasSize(1);
        assertThat(templates().get(0).path("StreamBeginNotifyUrl").asText()).isEqualTo(address());
        restart();
        assertThat(writes()).isEmpty();
    }

    @Test
    void rulesMoveToATemplateThatTheNewAddressHasAlready() throws Exception {
        start(live(address() + "?old=1", KEY, "autoRegister=true&registerFor=push.example.com"));
        replace(live("autoRegister=true&registerFor=push2.example.com"));
        replace(live("autoRegister=true&registerFor=push.example.com,push2.example.com&formerCallbackUrl=RAW("
                + address() + "?old=1)"));

        assertThat(writes())
                .containsExactly("DeleteLiveCallbackRule", "CreateLiveCallbackRule", "DeleteLiveCallbackTemplate");
        assertThat(rules())
                .extracting(rule -> rule.path("TemplateId").asText())
                .hasSize(2)
                .containsOnly(id());
    }

    @Test
    void theRuleOfSomebodyElseIsLeftAndAWarningNamesIt() throws Exception {
        long foreign = foreignTemplate();
        call("live/CreateLiveCallbackRule", Map.of("DomainName", DOMAIN, "AppName", "live", "TemplateId", foreign));
        cloud().requests().clear();

        start(live("autoRegister=true&registerFor=push.example.com"));

        assertThat(writes()).isEmpty();
        assertThat(warnings())
                .anyMatch(warning ->
                        warning.contains("live/callback: not registered for push.example.com: it has a callback"
                                + " rule already, which this route did not make. Remove that rule"));
        assertThat(send(event(1, "cam1", now()))).isEqualTo(200);
        await(1);
    }

    @Test
    void removeTakesBackWhatWasMadeAndNothingElse() throws Exception {
        long foreign = foreignTemplate();
        call(
                "live/CreateLiveCallbackRule",
                Map.of("DomainName", "other.example.com", "AppName", "live", "TemplateId", foreign));
        start(live("autoRegister=true&registerFor=push.example.com"));
        replace(live("autoRegister=REMOVE&registerFor=push.example.com,other.example.com"));

        assertThat(writes()).containsExactly("DeleteLiveCallbackRule", "DeleteLiveCallbackTemplate");
        assertThat(templates())
                .extracting(template -> template.path("TemplateId").asLong())
                .containsExactly(foreign);
        assertThat(rules()).hasSize(1);
        restart();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aTemplateThatOtherRulesUseIsKept() throws Exception {
        start(live("autoRegister=true&registerFor=push.example.com,push2.example.com"));
        replace(live("autoRegister=REMOVE&registerFor=push.example.com"));

        assertThat(writes()).containsExactly("DeleteLiveCallbackRule");
        assertThat(warnings()).anyMatch(warning -> warning.contains("is kept, since other rules use it"));
    }

    @Test
    void theVendorsRefusalKeepsTheRouteFromStartingAndShowsNoSecret() {
        cloud().answer("live/CreateLiveCallbackTemplate", REFUSAL);

        assertThatThrownBy(() -> start(live("autoRegister=true&registerFor=push.example.com")))
                .hasStackTraceContaining("CreateLiveCallbackTemplate")
                .hasStackTraceContaining("InvalidParameter.CallbackTempLimit")
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live/callback?callbackKey=k&autoRegister=true&registerFor=a.com | autoRegister=TRUE needs callbackUrl, the public address",
                "live/callback?callbackKey=k&autoRegister=true&callbackUrl=https://h/x | autoRegister=TRUE needs registerFor",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=a.com&callbackUrl=h/x | callbackUrl is not of the form https://host[:port]/path",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=a.com&callbackUrl=http://h.com/x | callbackUrl is plain HTTP",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=a.com&callbackUrl=https://h/x&formerCallbackUrl=ftp://h/x | formerCallbackUrl is not of the form",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=a.com/b/c&callbackUrl=https://h/x | registerFor=a.com/b/c: must be of the form DomainName/AppName, or domain:DomainName/AppName.",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=task:1&callbackUrl=https://h/x | registerFor=task:1: the kind before the colon must be one of domain, pull-task.",
                "live/callback?callbackKey=k&autoRegister=true&registerFor=pull-task:1&callbackUrl=https://h/x | registerFor=pull-task:1: the vendor does not support a key",
                "iss/callback?allowUnsigned=true&autoRegister=true&registerFor=1&callbackUrl=https://h/x | the API 'iss' has no action that registers callbacks",
            })
    void optionsThatDoNotFitAreRefused(String uri, String problem) {
        assertThatThrownBy(() -> start("tencent-video:" + uri + "&callback=" + PATH))
                .hasStackTraceContaining("tencent-video:" + uri.replaceAll("[?].*", "") + ": " + problem);
        assertThat(cloud().requests().count()).isZero();
    }

    @Test
    void aChannelCallsBackAndKeepsItsOtherSettings() throws Exception {
        String id = channel("news", null);
        JsonNode before = channel(id);
        start(mdl("autoRegister=true&registerFor=" + id));

        assertThat(writes()).containsExactly("ModifyStreamLiveChannel");
        JsonNode after = channel(id);
        assertThat(without(after)).isEqualTo(without(before));
        callbacks.send(
                "mdl",
                "push-started",
                JsonNodeFactory.instance.objectNode().put("channel_id", id).put("input_id", "1"));
        callbacks.deliverDue();
        await(1);
        assertThat(told.get(0).event()).isEqualTo("push-started");
        cloud().requests().clear();
        restart();
        assertThat(writes()).isEmpty();

        replace(mdl("autoRegister=REMOVE&registerFor=" + id));
        assertThat(writes()).containsExactly("ModifyStreamLiveChannel");
        assertThat(channel(id)).isEqualTo(before);
        restart();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aChannelThatCallsAnotherAddressIsLeftAndAWarningNamesIt() throws Exception {
        String id = channel("news", "https://other.example.com/events");
        cloud().requests().clear();
        start(mdl("autoRegister=true&registerFor=" + id));
        replace(mdl("autoRegister=REMOVE&registerFor=" + id));

        assertThat(cloud().requests().all())
                .extracting(RecordedRequest::action)
                .containsOnly("DescribeStreamLiveChannel");
        assertThat(warnings())
                .anyMatch(warning -> warning.contains(
                        "mdl/callback: not registered for " + id + ": it calls another address already."));
        assertThat(warnings()).noneMatch(warning -> warning.contains("other.example.com"));
    }

    @Test
    void aChannelTakesANewKeyAndANewAddress() throws Exception {
        String id = channel("news", null);
        start(mdl("autoRegister=true&registerFor=" + id));
        String target = "autoRegister=true&registerFor=" + id;
        replace(mdl(target).replace(KEY, NEW_KEY));
        assertThat(writes()).containsExactly("ModifyStreamLiveChannel");
        replace(mdl(target + "&formerCallbackUrl=RAW(" + address() + ")")
                .replace("&callbackUrl=RAW(" + address(), "&callbackUrl=RAW(" + address() + "?new=1")
                .replace(KEY, NEW_KEY));
        assertThat(writes()).containsExactly("ModifyStreamLiveChannel");

        JsonNode settings = channel(id).at("/EventNotifySettings/PushEventSettings");
        assertThat(settings.path("NotifyUrl").asText()).isEqualTo(address() + "?new=1");
        assertThat(settings.path("NotifyKey").asText()).isEqualTo(NEW_KEY);
    }

    @Test
    void aChannelWithSettingsThatTheCatalogDoesNotKnowIsLeft() throws Exception {
        cloud().answer(
                        "mdl/DescribeStreamLiveChannel",
                        "{\"Response\":{\"Info\":{\"Id\":\"C1\",\"Name\":\"news\",\"Subtitles\":{\"On\":1}},\"RequestId\":\"1\"}}");
        start(mdl("autoRegister=true&registerFor=C1"));

        assertThat(writes()).isEmpty();
        assertThat(warnings())
                .anyMatch(
                        warning -> warning.contains(
                                "mdl/callback: not changed for C1: it has settings that this version does not know, [Subtitles]"));
    }

    @Test
    void aPullTaskCallsBackUntilThatIsRemoved() throws Exception {
        String id = pullTask();
        cloud().requests().clear();
        start(task(id, "autoRegister=true"));

        assertThat(writes()).containsExactly("ModifyLivePullStreamTask");
        callbacks.send(
                "live",
                "pull-task",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("task_id", id)
                        .put("callback_event", "TaskStart")
                        .put("event_time", "" + now().getEpochSecond()));
        callbacks.deliverDue();
        await(1);
        assertThat(told.get(0).event()).isEqualTo("pull-task");
        cloud().requests().clear();
        restart();
        assertThat(writes()).isEmpty();

        replace(task(id, "autoRegister=REMOVE"));
        assertThat(writes()).containsExactly("ModifyLivePullStreamTask");
        assertThat(callbacks.send(
                        "live",
                        "pull-task",
                        JsonNodeFactory.instance.objectNode().put("task_id", id)))
                .isEmpty();
    }

    @Test
    void theRegionIsForTheActionsThatTakeOne() throws Exception {
        String id = pullTask();
        cloud().requests().clear();
        start(task(id, "autoRegister=true").replace("registerFor=", "registerFor=push.example.com,"));

        assertThat(writes())
                .containsExactly("CreateLiveCallbackTemplate", "CreateLiveCallbackRule", "ModifyLivePullStreamTask");
        assertThat(cloud().requests().of("ModifyLivePullStreamTask").get(0).headers())
                .containsEntry("x-tc-region", "ap-guangzhou");
        assertThat(cloud().requests().of("CreateLiveCallbackRule").get(0).headers())
                .doesNotContainKey("x-tc-region");
        assertThat(templates().get(0).has("CallbackKey")).isFalse();
        restart();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aTargetThatDoesNotExistKeepsTheRouteFromStarting() {
        assertThatThrownBy(() -> start(task("4711", "autoRegister=true")))
                .hasStackTraceContaining("registerFor=pull-task:4711: the vendor does not know this name.");
    }

    private String pullTask() {
        return call(
                        "live/CreateLivePullStreamTask?region=ap-guangzhou",
                        Map.of(
                                "SourceType",
                                "PullLivePushLive",
                                "SourceUrls",
                                List.of("rtmp://192.0.2.1/live/a"),
                                "DomainName",
                                DOMAIN,
                                "AppName",
                                "live",
                                "StreamName",
                                "pulled",
                                "StartTime",
                                now().plusSeconds(60).toString(),
                                "EndTime",
                                now().plusSeconds(3600).toString(),
                                "Operator",
                                "me"))
                .path("TaskId")
                .asText();
    }

    private String task(String id, String options) {
        return "tencent-video:live/callback?delay=50&region=ap-guangzhou&allowUnsigned=true&callback=" + PATH
                + "&callbackUrl=RAW(" + address() + ")&registerFor=pull-task:" + id + "&" + options;
    }

    private String mdl(String options) {
        return live(options).replace("live/callback?", "mdl/callback?region=ap-mumbai&");
    }

    private String channel(String name, String url) {
        String input = call("mdl/CreateStreamLiveInput?region=ap-mumbai", Map.of("Name", "input", "Type", "RTMP_PUSH"))
                .path("Id")
                .asText();
        Map<String, Object> channel = new HashMap<>(Map.of(
                "Name",
                name,
                "AttachedInputs",
                List.of(Map.of("Id", input, "PullBehavior", "LOOP")),
                "OutputGroups",
                List.of(Map.of(
                        "Name",
                        "out",
                        "Type",
                        "HLS",
                        "Outputs",
                        List.of(Map.of("Name", "o")),
                        "Destinations",
                        List.of(Map.of("OutputUrl", "rtmp://192.0.2.1/a", "Password", "secret")))),
                "AudioTemplates",
                List.of(Map.of("Name", "a", "AudioSelectorName", "s"))));
        if (url != null) {
            channel.put("EventNotifySettings", Map.of("PushEventSettings", Map.of("NotifyUrl", url)));
        }
        String id = call("mdl/CreateStreamLiveChannel?region=ap-mumbai", channel)
                .path("Id")
                .asText();
        cloud().requests().clear();
        return id;
    }

    /** As the vendor shows it. */
    private JsonNode channel(String id) {
        return call("mdl/DescribeStreamLiveChannel?region=ap-mumbai", Map.of("Id", id))
                .path("Info");
    }

    private static JsonNode without(JsonNode channel) {
        return ((ObjectNode) channel.deepCopy()).without("EventNotifySettings");
    }

    private long foreignTemplate() {
        return call(
                        "live/CreateLiveCallbackTemplate",
                        Map.of("TemplateName", "tickets", "StreamBeginNotifyUrl", "https://other.example.com/x"))
                .path("TemplateId")
                .asLong();
    }

    private JsonNode call(String action, Map<String, Object> parameters) {
        String separator = action.contains("?") ? "&" : "?";
        return template.requestBody(
                "tencent-video:" + action + separator + "validation=off", parameters, JsonNode.class);
    }

    private List<JsonNode> templates() {
        return List.copyOf(cloud().world().records("live/callback-template").all());
    }

    private List<JsonNode> rules() {
        return List.copyOf(cloud().world().records("live/callback-rule").all());
    }

    private String id() {
        return templates().get(0).path("TemplateId").asText();
    }

    private void restart() throws Exception {
        cloud().requests().clear();
        context.getRouteController().stopRoute(ROUTE);
        context.getRouteController().startRoute(ROUTE);
    }

    private void replace(String uri) throws Exception {
        cloud().requests().clear();
        context.getRouteController().stopRoute(ROUTE);
        context.removeRoute(ROUTE);
        start(uri);
    }

    /** Actions that change something, since the requests were last forgotten. */
    private static List<String> writes() {
        return cloud().requests().all().stream()
                .map(RecordedRequest::action)
                .filter(action -> !action.startsWith("Describe"))
                .toList();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
