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

import java.time.Duration;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

class FeedsDevConsoleIT extends ToyVideoTestSupport {

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("video-feeds");
    }

    private JsonObject json(Map<String, Object> options) {
        return (JsonObject) console().call(DevConsole.MediaType.JSON, options);
    }

    private JsonObject onlyFeed() {
        JsonArray feeds = (JsonArray) json(Map.of()).get("feeds");
        assertThat(feeds).hasSize(1);
        return (JsonObject) feeds.get(0);
    }

    private String text() {
        return (String) console().call(DevConsole.MediaType.TEXT, Map.of());
    }

    @Test
    void showsARunningFeedInBothForms() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&offsetKey=alarms");
        await().until(() -> items.getReceivedCounter() == 1);
        await().until(() -> NOW.toString().equals(onlyFeed().get("watermark")));
        cloud.alarm("late", NOW.minusSeconds(5));
        await().until(() -> Long.valueOf(2).equals(onlyFeed().get("delivered")));
        context.getRouteController().suspendRoute("feed");
        clock.advance(Duration.ofSeconds(5));

        assertThat(onlyFeed())
                .containsEntry("routeId", "feed")
                .containsEntry("endpoint", "toy-video:ListAlarms")
                .containsEntry("positionName", "alarms")
                .containsEntry("readUpTo", NOW.toString())
                .containsEntry("lagMillis", 5_000L)
                .containsEntry("delivered", 2L)
                .containsEntry("rateLimit", 0)
                .containsEntry("redelivered", 0L)
                .hasEntrySatisfying(
                        "positionWrites", writes -> assertThat((Long) writes).isPositive())
                .hasEntrySatisfying(
                        "positionBytes", bytes -> assertThat((Long) bytes).isGreaterThan(100))
                .containsEntry("latenessP50Millis", 5_000L)
                .containsEntry("latenessMaxMillis", 5_000L)
                .containsEntry("latenessCovered", 1.0)
                .containsEntry("inFlight", 0)
                .doesNotContainKeys("gap", "lastFailure", "partitions", "distrust");
        assertThat(onlyFeed().toJson()).contains("\"lagMillis\":5000");
        assertThat(text())
                .contains("    routeId: feed\n    endpoint: toy-video:ListAlarms\n    positionName: alarms\n")
                .contains("    lagMillis: 5000\n")
                .contains("    delivered: 2\n");
    }

    @Test
    void aFeedThatHasStoppedIsNotShown() throws Exception {
        consume("ListAlarms");
        onlyFeed();

        context.getRouteController().stopRoute("feed");

        assertThat((JsonArray) json(Map.of()).get("feeds")).isEmpty();
        assertThat(text()).isEmpty();
    }

    @Test
    void showsPartitionsUpToALimitFailingOnesFirst() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20), "c1", "motion");
        MockEndpoint items = consume(
                "ListAlarms?startFrom=PT1H&forEach=Kind&forEachIn=motion,line,fire"); // the vendor has no kind fire
        await().until(() -> items.getReceivedCounter() == 1);
        await().until(() -> NOW.toString().equals(onlyFeed().get("watermark")));

        assertThat(onlyFeed()).containsEntry("partitions", 3).containsEntry("failingPartitions", 1);
        assertThat((JsonArray) onlyFeed().get("partitionList")).hasSize(3);
        JsonObject limited =
                (JsonObject) ((JsonArray) json(Map.of("limit", "1")).get("feeds")).get(0);
        assertThat((JsonArray) limited.get("partitionList")).hasSize(1);
        assertThat(text())
                .contains(
                        "        partition=fire failing=true\n"
                                + "        partition=line watermark=2026-11-20T10:00:00Z readUpTo=2026-11-20T10:00:00Z failing=false\n");
    }

    @Test
    void showsWhyTheLastPollFailedAndNoSecrets() throws Exception {
        for (int i = 0; i < 50; i++) {
            cloud.refuseNext("WrongKey");
        }
        consume("ListAlarms?keySecret=RAW(toy-secret)&keyId=toy-key");
        await().until(() -> onlyFeed().containsKey("lastFailure"));

        assertThat((String) onlyFeed().get("lastFailure")).contains("WrongKey");
        assertThat(json(Map.of()).toJson() + text())
                .doesNotContain(ToyCloud.KEY_SECRET)
                .doesNotContain(ToyCloud.KEY_ID);
    }

    @Test
    void showsWhyASnapshotIsNotBelieved() throws Exception {
        for (int i = 0; i < 10; i++) {
            cloud.camera("c" + i, "camera " + i);
        }
        consume("ListCameras");
        await().until(() -> cloud.calls("ListCameras").size() > 2);
        for (int i = 0; i < 6; i++) {
            cloud.removeCamera("c" + i);
        }
        await().until(() -> onlyFeed().containsKey("distrust"));

        assertThat(onlyFeed())
                .containsEntry("distrust", "the list misses 6 of 10 members, more than maxRemoved=50 percent")
                .doesNotContainKey("latenessMaxMillis");
        assertThat(text()).contains("    distrust: the list misses 6 of 10 members");
    }
}
