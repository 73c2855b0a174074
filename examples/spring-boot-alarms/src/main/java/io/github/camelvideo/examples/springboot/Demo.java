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
package io.github.camelvideo.examples.springboot;

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the application against a simulated cloud, stops it, and starts it again: alarms raised in between are read then. With
 * {@code --bounded} it ends with a summary; otherwise it goes on with new alarms until it is stopped.
 */
public final class Demo {

    private static final int ALARMS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Demo() {}

    /** @throws IllegalStateException when an alarm is missing or was delivered twice */
    public static void main(String[] args) throws Exception {
        boolean bounded = Arrays.asList(args).contains("--bounded");
        try (VideoCloudSimulator cloud = VideoCloudSimulator.start()) {
            System.out.println("Cloud simulator at " + cloud.url());
            raise(cloud);
            try (ConfigurableApplicationContext application = start(cloud)) {
                awaitAll(cloud, application.getBean(AlarmTable.class));
            }
            System.out.println("Stopped; " + ALARMS + " more alarms are raised");
            raise(cloud);
            try (ConfigurableApplicationContext application = start(cloud)) {
                AlarmTable table = application.getBean(AlarmTable.class);
                awaitAll(cloud, table);
                summary(cloud, table);
                if (!bounded) {
                    goOn(cloud, table);
                }
            }
        }
    }

    private static void raise(VideoCloudSimulator cloud) {
        Instant now = Instant.now();
        cloud.world().raiseAlarms(ALARMS, now.minus(Duration.ofMinutes(2)), now);
    }

    /** The database is in memory: it ends with the demonstration and not with the application. */
    private static ConfigurableApplicationContext start(VideoCloudSimulator cloud) {
        return new SpringApplicationBuilder(AlarmsApplication.class)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:alarms;DB_CLOSE_DELAY=-1",
                        "--alarms.delay=200",
                        "--logging.level.root=warn",
                        "--camel.main.run-controller=false",
                        "--camel.component.tencent-video.endpoint-url=" + cloud.url(),
                        "--camel.component.tencent-video.secret-id=" + VideoCloudSimulator.SECRET_ID,
                        "--camel.component.tencent-video.secret-key=" + VideoCloudSimulator.SECRET_KEY);
    }

    private static void awaitAll(VideoCloudSimulator cloud, AlarmTable table) throws InterruptedException {
        int raised = cloud.world().alarms().size();
        await(() -> table.rows() >= raised);
        System.out.println(table.rows() + " alarms in the table");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void summary(VideoCloudSimulator cloud, AlarmTable table) {
        int raised = cloud.world().alarms().size();
        System.out.printf("alarms raised %d, stored %d, repeated %d%n", raised, table.rows(), table.repeated());
        if (raised != table.rows() || table.repeated() > 0) {
            throw new IllegalStateException("The table is not what the cloud has.");
        }
    }

    private static void goOn(VideoCloudSimulator cloud, AlarmTable table) throws InterruptedException {
        cloud.world().generateAlarms(20);
        while (true) {
            TimeUnit.SECONDS.sleep(5);
            System.out.println(table.rows() + " alarms in the table");
        }
    }
}
