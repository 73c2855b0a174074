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
package io.github.camelvideo.examples.statistics;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the routes with the simulator, lets an hour pass in seconds, and compares the table with what the vendor says. */
public final class Demo {

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS = 12;
    private static final int ADD_DOMAIN = 3;
    private static final int CHANGE_STREAMS = 5;
    private static final int STOP_ROUTES = 6;
    private static final int START_ROUTES = 8;

    private final Path directory;
    private final DemoCloud cloud;
    private final Patience patience;
    private final PrintStream out;
    private final Browser browser;
    private final Map<String, String> settings;

    private Demo(Path directory, DemoCloud cloud, int port, PrintStream out) {
        this.directory = directory;
        this.cloud = cloud;
        this.patience = new Patience(Clock.systemUTC());
        this.out = out;
        this.browser = new Browser(port);
        this.settings = settings(cloud, directory, port);
    }

    static Map<String, String> settings(DemoCloud cloud, Path directory, int port) {
        Map<String, String> settings = new HashMap<>(cloud.settings());
        settings.put("data.dir", directory.toString());
        settings.put("camel.server.port", Integer.toString(port));
        settings.put("statistics.start-from", cloud.begin().toString());
        settings.put("statistics.delay", "100");
        return settings;
    }

    /** Ends the process with 0 when the table is what the vendor says, 1 when not. With demo.stay=true Ctrl-C ends it. */
    public static void main(String[] args) throws Exception {
        Path all = Files.createDirectories(Path.of(System.getProperty("data.dir", "data")));
        Path directory = Files.createTempDirectory(all, "demo-");
        // a system property comes before all others; the log goes there, too
        System.setProperty("data.dir", directory.toString());
        System.exit(run(directory, Boolean.getBoolean("demo.stay"), System.out) ? 0 : 1);
    }

    /** @param stay whether the page is to be served until the thread is interrupted */
    static boolean run(Path directory, boolean stay, PrintStream out) throws Exception {
        try (DemoCloud cloud = new DemoCloud()) {
            return new Demo(directory, cloud, freePort(), out).run(stay);
        }
    }

    private boolean run(boolean stay) throws Exception {
        out.println("Cloud simulator at " + cloud.url() + ": the domains " + String.join(" and ", cloud.domains()));
        Routes routes = start();
        try {
            catchUp(routes);
            print(routes, "the hour before is read");
            for (int step = 1; step <= STEPS; step++) {
                cloud.pass(STEP);
                happen(step);
                if (step == STOP_ROUTES) {
                    routes.close();
                    out.println(time() + "  routes stopped; streams go on");
                    routes = null;
                } else if (step == START_ROUTES) {
                    routes = start();
                    out.println(time() + "  routes started again");
                }
                if (routes != null) {
                    catchUp(routes);
                    print(routes, "");
                }
            }
            return report(routes, stay);
        } finally {
            if (routes != null) {
                routes.close();
            }
        }
    }

    private Routes start() throws Exception {
        return new Routes(settings, cloud.clock());
    }

    private void happen(int step) {
        if (step == ADD_DOMAIN) {
            cloud.addDomain("event.example.com");
            out.println(time() + "  one more domain, event.example.com");
        } else if (step == CHANGE_STREAMS) {
            cloud.stopStream("match");
            cloud.startStream("talk");
            out.println(time() + "  one stream ends, another begins");
        }
    }

    /** All calls of the routes are over then, so that the clock can be moved. */
    private void catchUp(Routes routes) throws Exception {
        var vendor = new Vendor(routes.calls(), cloud.begin(), cloud.clock()).slots(cloud.domains());
        Table table = routes.table();
        patience.until(
                "the figures up to " + time(), () -> table.rows().keySet().containsAll(vendor.keySet()));
    }

    private boolean report(Routes routes, boolean stay) throws Exception {
        var vendor = new Vendor(routes.calls(), cloud.begin(), cloud.clock()).slots(cloud.domains());
        Summary summary = Summary.of(vendor, routes.table().rows());
        Path csv = Files.writeString(directory.resolve("figures.csv"), browser.get("figures.csv"));
        long lines = Files.readAllLines(csv).size() - 1;
        boolean page = browser.get("").contains("figures.csv");
        out.println();
        out.println("CSV with " + lines + " lines: " + csv + "; page " + (page ? "served" : "missing"));
        out.println(summary.text());
        if (stay) {
            out.println("Charts at " + browser + " until Ctrl-C");
            new CountDownLatch(1).await();
        }
        return summary.isGood() && page && lines == summary.buckets();
    }

    private void print(Routes routes, String what) throws Exception {
        out.printf("%s  %4d slots stored  %s%n", time(), routes.table().rows().size(), what);
    }

    private String time() {
        return cloud.clock().instant().toString().substring(11, 16);
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
