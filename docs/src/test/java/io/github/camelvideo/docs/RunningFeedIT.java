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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/positions.md says of feeds that run. */
class RunningFeedIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @BeforeEach
    void removePositions() {
        FileUtil.removeDir(new File("data"));
    }

    @Test
    void aRunningFeedIsMovedBackByJmx() throws Exception {
        raise(3);
        try (AlarmApplication application = application(new FeedRoutes.RepositoryInJava())) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            await().until(() -> queue.getReceivedCounter() == 3);
            application.settle();

            assertThat(rewind()).startsWith("Moved from ");

            await().until(() -> queue.getReceivedCounter() == 6);
        }
    }

    private static String rewind() throws Exception {
        // region rewind
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName feeds = new ObjectName("org.apache.camel:type=consumers,name=FeedConsumer(*,*");
        ObjectName feed = server.queryNames(feeds, null).iterator().next();

        String result = (String)
                server.invoke(feed, "rewind", new Object[] {"2026-01-31T08:00:00Z"}, new String[] {"java.lang.String"});
        // end
        return result;
    }

    @Test
    void theConsoleShowsTheFeed() throws Exception {
        try (AlarmApplication application = application(new FeedRoutes.RepositoryInJava())) {
            DevConsole console =
                    PluginHelper.getDevConsoleResolver(application.context()).resolveDevConsole("video-feeds");

            JsonObject shown = (JsonObject) console.call(DevConsole.MediaType.JSON);

            assertThat(shown.toJson()).contains("\"endpoint\":\"tencent-video:iotvideoindustry\\/DescribeWarnings\"");
        }
    }

    @Test
    void aStrategyOfTheResumeApiKeepsThePosition() throws Exception {
        raise(3);
        MapResumeStrategy strategy = new MapResumeStrategy();
        try (AlarmApplication application = resumable(strategy)) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            await().until(() -> queue.getReceivedCounter() == 3);
        }
        assertThat(strategy.stored).containsOnlyKeys("alarms", "alarms/~last");

        raise(2);
        try (AlarmApplication application = resumable(new MapResumeStrategy(strategy.stored))) {
            MockEndpoint queue = application.mock("jms:queue:alarms");
            await().until(() -> queue.getReceivedCounter() == 2);
            application.settle();
            assertThat(queue.getReceivedCounter()).isEqualTo(2);
        }
    }

    private static AlarmApplication resumable(MapResumeStrategy strategy) {
        return new AlarmApplication(CLOUD.simulator())
                .withKey()
                .bind("positions", strategy)
                .routes(new FeedRoutes.Resumable())
                .start();
    }

    private static AlarmApplication application(org.apache.camel.builder.RouteBuilder routes) {
        return new AlarmApplication(CLOUD.simulator()).withKey().routes(routes).start();
    }

    private static void raise(int count) {
        Instant now = Instant.now();
        CLOUD.simulator().world().raiseAlarms(count, now.minus(Duration.ofMinutes(5)), now.minusSeconds(10));
    }
}
