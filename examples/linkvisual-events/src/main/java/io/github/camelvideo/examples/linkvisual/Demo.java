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
package io.github.camelvideo.examples.linkvisual;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs the route with the simulator, lets happen what happens, and says what came of it. */
public final class Demo {

    private static final int DEVICES = 20;
    private static final int EVENTS_OF_A_DEVICE = 10;
    private static final int PER_MINUTE = 600;

    /** More than repeating can make good. */
    private static final int FAILURES = 20;

    private final Path directory;
    private final DemoCloud cloud;
    private final Receiver receiver;
    private final Patience patience;
    private final PrintStream out;

    private Demo(Path directory, DemoCloud cloud, Receiver receiver, Clock clock, PrintStream out) {
        this.directory = directory;
        this.cloud = cloud;
        this.receiver = receiver;
        this.patience = new Patience(clock);
        this.out = out;
    }

    /** Ends the process with 0 when every event arrived as it should, 1 when not. */
    public static void main(String[] args) throws Exception {
        Path all = Files.createDirectories(Path.of(System.getProperty("data.dir", "data")));
        Path directory = Files.createTempDirectory(all, "demo-");
        // a system property comes before all others; the log goes there, too
        System.setProperty("data.dir", directory.toString());
        System.exit(run(directory, Clock.systemUTC(), System.out) ? 0 : 1);
    }

    static boolean run(Path directory, Clock clock, PrintStream out) throws Exception {
        try (DemoCloud cloud = new DemoCloud(clock);
                EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
                Receiver receiver = new Receiver(broker.url())) {
            return new Demo(directory, cloud, receiver, clock, out).run();
        }
    }

    private boolean run() throws Exception {
        List<String> devices = IntStream.range(0, DEVICES)
                .mapToObj(i -> cloud.addDevice(EVENTS_OF_A_DEVICE))
                .toList();
        cloud.raiseWithoutPicture(DEVICES);
        String failing = devices.get(DEVICES / 2);
        cloud.suspend(failing);
        DeviceList list = new DeviceList(directory.resolve("devices.txt"));
        list.add(devices);
        print("Cloud simulator at " + cloud.url() + ": " + DEVICES + " devices, one of which it refuses to answer for");

        cloud.startRaising(PER_MINUTE);
        Routes.during(settings(), () -> runWithTrouble(list));
        print("Routes stopped; events go on");
        cloud.resume(failing);
        awaitNewEvents();
        Summary summary = Routes.during(settings(), () -> runToTheEnd(failing));
        out.println();
        out.println(summary.text());
        return summary.isGood() && summary.pictures() > 0;
    }

    private String runWithTrouble(DeviceList list) throws Exception {
        patience.until("half of the events", () -> received() > DEVICES * EVENTS_OF_A_DEVICE / 2);
        cloud.failPictures(FAILURES);
        print("Pictures cannot be looked up for a moment");
        String added = cloud.addDevice(EVENTS_OF_A_DEVICE);
        list.add(List.of(added));
        print("One more device in the list");
        patience.until("all events of the new device", () -> receiver.count(added) >= EVENTS_OF_A_DEVICE);
        return added;
    }

    private void awaitNewEvents() throws InterruptedException {
        int before = summary().raised();
        patience.until("new events", () -> summary().raised() >= before + DEVICES);
    }

    private Summary runToTheEnd(String failing) throws Exception {
        print("Routes started again; the cloud answers for all devices");
        patience.until("events of the device that failed", () -> receiver.count(failing) > 0);
        cloud.stopRaising();
        print("No more events");
        patience.until("all events", () -> summary().lost() == 0);
        awaitTwoMoreLooks();
        return summary();
    }

    /** What would come twice has come then. */
    private void awaitTwoMoreLooks() throws InterruptedException {
        Map<String, Long> looks = new HashMap<>();
        cloud.devices().forEach(device -> looks.put(device, cloud.looks(device)));
        patience.until("more looks", () -> looks.entrySet().stream()
                .allMatch(entry -> cloud.looks(entry.getKey()) >= entry.getValue() + 2));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(cloud.settings());
        settings.put("data.dir", directory.toString());
        settings.put("broker.url", EmbeddedBroker.URL);
        settings.put("events.delay", "500");
        // the simulator's pictures are there at once
        settings.put("events.grace-period", "PT0S");
        return settings;
    }

    private int received() {
        return receiver.deliveries().size();
    }

    private Summary summary() {
        return Summary.of(cloud, receiver);
    }

    private void print(String what) {
        out.printf("%4d received  %s%n", received(), what);
    }
}
