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
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a process: {@code --port=8080 --seed=1 --world=FILE --alarms-per-minute=30 --cameras=10
 * --events-per-minute=60}, all optional; the last two are those of Link Visual, which has
 * at least so many cameras then.
 * Prints where it listens and its accounts, and runs until the process is stopped.
 */
public final class SimulatorMain {

    private static final String USAGE =
            "Usage: [--port=N] [--seed=N] [--world=FILE] [--alarms-per-minute=N] [--cameras=N] [--events-per-minute=N],"
                    + " all optional";

    private final SimulatorBuilder builder = VideoCloudSimulator.builder();
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
                case "--port" -> builder.port(Integer.parseInt(value));
                case "--seed" -> builder.seed(Long.parseLong(value));
                case "--world" -> builder.worldFile(Path.of(value));
                case "--alarms-per-minute" -> alarmsPerMinute = Double.parseDouble(value);
                case "--cameras" -> cameras = Integer.parseInt(value);
                case "--events-per-minute" -> eventsPerMinute = Double.parseDouble(value);
                default -> throw new IllegalArgumentException("Unknown argument " + argument + ". " + USAGE);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number: " + argument + ". " + USAGE, e);
        }
    }

    VideoCloudSimulator start(PrintStream out) {
        VideoCloudSimulator simulator = builder.start();
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
        out.flush();
        return simulator;
    }

    /** Runs until SIGTERM or Ctrl-C. */
    public static void main(String[] arguments) throws InterruptedException {
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
