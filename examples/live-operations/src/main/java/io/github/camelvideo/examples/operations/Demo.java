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
package io.github.camelvideo.examples.operations;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;

/** Runs the routes with the simulator and short times, does what an operator does, and says what came of it. */
public final class Demo {

    private static final int TIMEOUT_SECONDS = 40;
    private static final long LOOK_MILLIS = 100;

    private Demo() {}

    /** Ends the process with 0 when everything happened that should, 1 when not. */
    public static void main(String[] args) throws Exception {
        Path all = Files.createDirectories(Path.of(System.getProperty("data.dir", "data")));
        Path directory = Files.createTempDirectory(all, "demo-");
        // a system property comes before all others; the log goes there, too
        System.setProperty("data.dir", directory.toString());
        System.exit(run(directory, Clock.systemUTC()));
    }

    private static int run(Path directory, Clock clock) throws Exception {
        int port = freePort();
        String token = UUID.randomUUID().toString();
        Main camel = new Main();
        try (DemoCloud cloud = DemoCloud.start()) {
            Shift shift = new Shift(cloud, new Webhook(port), token, new Folder(directory, clock), System.out);
            Map<String, Object> settings = new HashMap<>(cloud.settings());
            settings.put("webhook.token", token);
            settings.put("camel.server.port", port);
            settings.putAll(shortTimes());
            camel.setOverrideProperties(settings);
            camel.start();
            try {
                shift.begin();
                waitForTheEnd(shift, clock);
            } finally {
                camel.stop();
            }
            return shift.report();
        }
    }

    private static Map<String, String> shortTimes() {
        return Map.of(
                "online.period", "1000",
                "inbox.delay", "200",
                "inbox.settle", "200",
                "channel.start", "0/4 * * * * ?",
                "channel.stop", "2/4 * * * * ?",
                "traffic.at", "* * * * * ?",
                "repeat.delay", "200");
    }

    private static void waitForTheEnd(Shift shift, Clock clock) throws Exception {
        Instant end = clock.instant().plusSeconds(TIMEOUT_SECONDS);
        CountDownLatch never = new CountDownLatch(1);
        while (!shift.isOver() && clock.instant().isBefore(end)) {
            if (never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
