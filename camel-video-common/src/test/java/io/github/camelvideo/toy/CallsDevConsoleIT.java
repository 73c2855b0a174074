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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.client.CallListener;
import io.github.camelvideo.client.EndedCall;
import io.github.camelvideo.client.EndedCall.Outcome;
import io.github.camelvideo.monitor.CallStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import okhttp3.mockwebserver.MockResponse;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is counted of calls, told to listeners and shown by the dev console. */
class CallsDevConsoleIT extends ToyVideoTestSupport {

    private final List<EndedCall> ended = new CopyOnWriteArrayList<>();

    @Test
    void showsTheCallsOfAnActionWithTheirLastError() {
        call("ListCameras", null);
        cloud.refuseNext("Broken");
        call("ListCameras?maxRetries=0", null);
        call("RenameCamera", Map.of("CameraId", "gone", "Name", "gate"));

        assertThat(shown()).hasSize(2);
        assertThat(shown("ListCameras"))
                .containsEntry("api", "toy")
                .containsEntry("calls", 2L)
                .containsEntry("running", 0L)
                .containsEntry("success", 1L)
                .containsEntry("refused", 1L)
                .containsEntry("attempts", 2L)
                .containsEntry("throttledAttempts", 0L)
                .containsEntry("lastRequestId", "request-2")
                .containsEntry("lastErrorCode", "Broken")
                .containsEntry("lastErrorRequestId", "request-2")
                .containsEntry("lastErrorAt", NOW.toString())
                .containsKeys("meanMillis", "waitedMillis", "lastError");
        assertThat(text())
                .contains("    action: RenameCamera\n    calls: 1\n    running: 0\n    refused: 1\n")
                .contains("    lastErrorCode: NoSuchCamera\n")
                .doesNotContain("gate");
    }

    @Test
    void aCallThatWaitsForItsAnswerIsRunning() {
        CountDownLatch answered = new CountDownLatch(1);
        cloud.holdUntil(answered);
        template.asyncRequestBody("toy-video:ListCameras", null);

        await().until(() -> !shown().isEmpty()
                && Long.valueOf(1).equals(shown("ListCameras").get("running")));
        answered.countDown();
        await().until(() -> Long.valueOf(0).equals(shown("ListCameras").get("running")));
    }

    @Test
    void listenersHearHowEachCallEnded() {
        CallStatistics.of(context).add(ended::add);

        call("ListCameras", null);
        cloud.refuseNext("Busy", "Busy");
        call("ListCameras?maxRetries=1", null);
        cloud.next(new MockResponse().setResponseCode(502).setBody("<html>"));
        call("ListCameras?maxRetries=0", null);
        cloud.refuseNext("Broken.Twice");
        call("ListCameras?maxRetries=0", null);
        cloud.refuseNext("Unheard");
        call("ListCameras?maxRetries=0", null);
        call("ListCameras?keySecret=RAW(topsecret)", null);

        assertThat(ended)
                .extracting(EndedCall::outcome)
                .containsExactly(
                        Outcome.SUCCESS,
                        Outcome.THROTTLED,
                        Outcome.FAILED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED);
        assertThat(ended)
                .extracting(EndedCall::listedCode)
                .containsExactly("", "Busy", "", "Broken", "other", "WrongKey");
        assertThat(ended.get(1).attempts()).isEqualTo(2);
        assertThat(ended.get(1).throttled()).isEqualTo(2);
        assertThat(ended).allSatisfy(call -> assertThat(call.duration()).isPositive());
        assertThat(ended.get(0).requestId()).isEqualTo("request-1");
    }

    @Test
    void aListenerThatThrowsDoesNotHoldUpACallOrAnotherListener() {
        CallListener broken = call -> {
            throw new IllegalStateException("of a test");
        };
        CallStatistics.of(context).add(broken);
        CallStatistics.of(context).add(ended::add);

        assertThat(call("ListCameras", null).getException()).isNull();
        assertThat(ended).hasSize(1);

        CallStatistics.of(context).remove(broken);
        assertThat(call("ListCameras", null).getException()).isNull();
        assertThat(ended).hasSize(2);
    }

    /** As one that was compiled with another version of a library does. */
    @Test
    void aListenerThatLacksAClassDoesNotChangeTheEndOfACall() {
        CallStatistics.of(context).add(call -> {
            throw new NoClassDefFoundError("of a test");
        });

        assertThat(call("ListCameras", null).getException()).isNull();
        cloud.refuseNext("Broken");
        assertThat(call("ListCameras?maxRetries=0", null).getException()).hasMessageContaining("Broken");
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("video-calls");
    }

    private JsonArray shown() {
        return (JsonArray) ((JsonObject) console().call(DevConsole.MediaType.JSON, Map.of())).get("calls");
    }

    private JsonObject shown(String action) {
        return (JsonObject) shown().stream()
                .filter(call -> action.equals(((JsonObject) call).get("action")))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return (String) console().call(DevConsole.MediaType.TEXT, Map.of());
    }
}
