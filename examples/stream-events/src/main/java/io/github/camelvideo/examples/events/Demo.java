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
package io.github.camelvideo.examples.events;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the routes with the simulator, lets streams start and end while callbacks are lost, and compares the tables with what happened. */
public final class Demo {

    private static final int STREAMS = 40;
    private static final int ON_AIR = 6;
    private static final int STOP_ROUTES = 20;
    private static final int START_ROUTES = 26;
    private static final long MILLIS_BETWEEN_STREAMS = 500;
    private static final double LOST = 0.2;
    private static final double TWICE = 0.1;

    private final DemoCloud cloud;
    private final Patience patience = new Patience(Clock.systemUTC());
    private final CountDownLatch never = new CountDownLatch(1);
    private final PrintStream out;
    private final Browser browser;
    private final Map<String, String> settings;

    private Demo(Path directory, DemoCloud cloud, int port, PrintStream out) {
        this.cloud = cloud;
        this.out = out;
        this.browser = new Browser(port);
        this.settings = settings(cloud, directory, port);
    }

    static Map<String, String> settings(DemoCloud cloud, Path directory, int port) {
        Map<String, String> settings = new HashMap<>(cloud.settings());
        settings.put("data.dir", directory.toString());
        settings.put("camel.server.port", Integer.toString(port));
        settings.put("callback.path", "/live/events");
        settings.put("events.delay", "1000");
        return settings;
    }

    /** Ends the process with 0 when each event came once, 1 when not. With demo.stay=true streams go on until Ctrl-C. */
    public static void main(String[] args) throws Exception {
        Path all = Files.createDirectories(Path.of(System.getProperty("data.dir", "data")));
        Path directory = Files.createTempDirectory(all, "demo-");
        // a system property comes before all others; the log goes there, too
        System.setProperty("data.dir", directory.toString());
        System.exit(run(directory, Boolean.getBoolean("demo.stay"), System.out) ? 0 : 1);
    }

    /** @param stay whether streams are to go on until the thread is interrupted */
    static boolean run(Path directory, boolean stay, PrintStream out) throws Exception {
        try (DemoCloud cloud = new DemoCloud()) {
            return new Demo(directory, cloud, freePort(), out).run(stay);
        }
    }

    private boolean run(boolean stay) throws Exception {
        cloud.callBack(browser + "live/events", DemoCloud.KEY);
        cloud.lose(LOST, TWICE);
        out.println("Cloud simulator at " + cloud.url() + "; page at " + browser);
        Routes routes = new Routes(settings);
        try {
            for (int stream = 1; stream <= STREAMS; stream++) {
                next();
                if (stream == STOP_ROUTES) {
                    print(routes, "routes stopped; streams go on");
                    routes.close();
                } else if (stream == START_ROUTES) {
                    routes = new Routes(settings);
                    print(routes, "routes started again");
                }
                if (stream % 10 == 0 && stream != STOP_ROUTES) {
                    print(routes, "");
                }
            }
            boolean good = report(routes);
            while (stay) {
                next();
            }
            return good;
        } finally {
            routes.close();
        }
    }

    private void next() throws InterruptedException {
        cloud.endStreams(ON_AIR - 1);
        cloud.startStream();
        never.await(MILLIS_BETWEEN_STREAMS, TimeUnit.MILLISECONDS);
    }

    private boolean report(Routes routes) throws Exception {
        cloud.endStreams(0);
        patience.until("all events", () -> summary(routes).lost() == 0);
        // what would come twice has come then
        int before = cloud.looks();
        patience.until("more looks", () -> cloud.looks() >= before + 3);
        boolean page = browser.get("").contains("state.json");
        Summary summary = summary(routes);
        out.println();
        out.println("callbacks lost on purpose " + cloud.lost() + "; page " + (page ? "served" : "missing"));
        out.println(summary.text());
        return summary.isGood() && page;
    }

    private Summary summary(Routes routes) throws Exception {
        Tables tables = routes.tables();
        return Summary.of(cloud.events(), cloud.streams(), tables.deliveries(), tables.tickets());
    }

    private void print(Routes routes, String what) throws Exception {
        out.printf("%4d events  %s%n", routes.tables().deliveries().size(), what);
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
