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
package io.github.camelvideo.simulator;

import io.github.camelvideo.simulator.world.LinkVisual;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a process. {@code --help} lists its options. It prints where it listens, its accounts and devices, and runs until
 * the process is stopped. While it runs, it can be changed over HTTP:
 *
 * <pre>
 * curl localhost:8080/simulator                                    time, devices, cameras
 * curl -X POST 'localhost:8080/simulator/alarms?device=ID'         raises an alarm; of some device without the parameter
 * curl -X POST 'localhost:8080/simulator/events?camera=ID&amp;type=1'  adds an event of Link Visual
 * curl -X POST 'localhost:8080/simulator/faults?fault=HTTP_500'    the next request fails so; also times=N and action=NAME
 * curl -X POST 'localhost:8080/simulator/clock?by=PT1H'            moves the clock, also back: -PT1H
 * curl -X POST 'localhost:8080/simulator/feeds/API/ACTION'         lists an item of any feed; also ago=PT5M, PARAMETER=VALUE and a JSON body with fields
 * curl -d '{"FIELD":"VALUE"}' localhost:8080/simulator/feeds/API/ACTION/1    changes fields of item 1 from now on
 * curl -X DELETE localhost:8080/simulator/feeds/API/ACTION/1       no longer lists item 1
 * curl -d '{"api":"live","url":"URL","key":"KEY"}' localhost:8080/simulator/callbacks   sends callbacks of an API to an address
 * curl -X POST 'localhost:8080/simulator/streams?name=s1'          starts a stream; with DELETE instead of POST, stops it
 * curl -X POST localhost:8080/simulator/callbacks/API/EVENT        sends a callback of any event; also a JSON body with fields
 * curl -X POST 'localhost:8080/simulator/callbacks/faults?fault=DROP&amp;every=5'  drops each fifth callback
 * curl localhost:8080/simulator/callbacks                          shows the callbacks and what became of them
 * </pre>
 */
public final class SimulatorMain {

    private static final String USAGE = String.join(
            System.lineSeparator(),
            "Usage: java -jar video-cloud-simulator-VERSION-standalone.jar [option]...",
            "  --host=ADDRESS          address to listen on, 127.0.0.1 by default; 0.0.0.0 for every address",
            "  --port=N                port to listen on; a free one by default",
            "  --seed=N                source of everything invented, 1 by default",
            "  --world=FILE            file that keeps the world across restarts",
            "  --catalogs=PLACE,...    more catalogs: folders and JSON documents, such as file:catalogs",
            "  --alarms-per-minute=N   alarms of IoT Video; none by default",
            "  --cameras=N             least number of cameras of Link Visual; none by default",
            "  --events-per-minute=N   events of Link Visual; none by default",
            "  --help                  this text",
            "While it runs: curl URL/simulator, and curl -X POST with",
            "  URL/simulator/alarms?device=ID               raises an alarm",
            "  URL/simulator/events?camera=ID&type=1        adds an event",
            "  URL/simulator/faults?fault=HTTP_500&times=1  injects a fault",
            "  URL/simulator/clock?by=PT1H                  moves the clock",
            "  URL/simulator/feeds/API/ACTION               lists an item of a feed, with ?ago=PT5M a late one",
            "  URL/simulator/feeds/API/ACTION/1             changes item 1 to the fields sent with -d, or removes it with -X DELETE",
            "  URL/simulator/callbacks                      sends callbacks to the address sent with -d '{\"api\":\"live\",\"url\":\"...\",\"key\":\"...\"}'",
            "  URL/simulator/streams?name=s1                starts a stream, or stops it with -X DELETE",
            "  URL/simulator/callbacks/API/EVENT            sends a callback",
            "  URL/simulator/callbacks/faults?fault=DROP    injects a fault into callbacks",
            "curl URL/simulator/callbacks shows the callbacks.");

    private static final int CALLBACKS_AT_ONCE = 16;

    private final SimulatorBuilder builder =
            VideoCloudSimulator.builder().control(true).clock(new MovableClock(Clock.systemUTC()));
    private double alarmsPerMinute;
    private int cameras;
    private double eventsPerMinute;

    SimulatorMain(String... arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            read(argument, name, equals < 0 ? "" : argument.substring(equals + 1));
        }
    }

    private void read(String argument, String name, String value) {
        try {
            switch (name) {
                case "--host" -> builder.host(value);
                case "--port" -> builder.port(Integer.parseInt(value));
                case "--seed" -> builder.seed(Long.parseLong(value));
                case "--catalogs" -> builder.catalogs(value);
                case "--world" -> builder.worldFile(Path.of(value));
                case "--alarms-per-minute" -> alarmsPerMinute = Double.parseDouble(value);
                case "--cameras" -> cameras = Integer.parseInt(value);
                case "--events-per-minute" -> eventsPerMinute = Double.parseDouble(value);
                default ->
                    throw new IllegalArgumentException(
                            "Unknown argument " + argument + "." + System.lineSeparator() + USAGE);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number: " + argument + "." + System.lineSeparator() + USAGE, e);
        }
    }

    VideoCloudSimulator start(PrintStream out) {
        VideoCloudSimulator simulator = builder.start();
        // an address that does not answer must not hold up the others
        simulator.world().callbacks().concurrency(CALLBACKS_AT_ONCE);
        if (alarmsPerMinute > 0) {
            simulator.world().generateAlarms(alarmsPerMinute);
        }
        LinkVisual linkVisual = simulator.world().linkVisual();
        linkVisual.addDevices(Math.max(0, cameras - linkVisual.deviceIds().size()));
        if (eventsPerMinute > 0) {
            linkVisual.generateEvents(eventsPerMinute);
        }
        out.println("Video cloud simulator listens on " + simulator.url());
        out.println("  secretId  " + VideoCloudSimulator.SECRET_ID);
        out.println("  secretKey " + VideoCloudSimulator.SECRET_KEY);
        out.println("  appId     " + VideoCloudSimulator.APP_ID);
        out.println("  apiKey    " + VideoCloudSimulator.API_KEY);
        simulator.world().devices().forEach(device -> out.println("  device    " + device.id() + "  " + device.name()));
        linkVisual.deviceIds().forEach(camera -> out.println("  camera    " + camera));
        out.println("  control   " + simulator.url() + ControlHandler.PATH);
        out.flush();
        return simulator;
    }

    /** Runs until SIGTERM or Ctrl-C. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        SimulatorMain main;
        try {
            main = new SimulatorMain(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        VideoCloudSimulator simulator = main.start(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "video-cloud-simulator-stop"));
        new CountDownLatch(1).await();
    }
}
