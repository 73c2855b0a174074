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
package io.github.camelvideo.examples.tickets;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application: starts everything, waits for the end and says what came of it. */
public final class AlarmTickets {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmTickets.class);
    private static final long LOOK_MILLIS = 100;
    private static final long STOP_SECONDS = 60;
    private static final int CANNOT_RUN = 2;

    private final Map<String, Object> settings;
    private final Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param settings come before all others */
    AlarmTickets(Map<String, Object> settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Ends the process with 0 when every alarm has its one ticket, 1 when not, 2 when the application could not run. */
    public static void main(String[] args) {
        AlarmTickets application = new AlarmTickets(Map.of(), new Console(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(application::stopAndWait, "ctrl-c"));
        System.exit(application.runToTheEnd());
    }

    private int runToTheEnd() {
        try {
            return run();
        } catch (Exception e) {
            LOG.error("The example cannot run: {}", reasons(e), e);
            return CANNOT_RUN;
        } finally {
            ended.countDown();
        }
    }

    /** Messages from the outside in: the last one is the reason, the first ones say what it stopped. */
    private static String reasons(Throwable thrown) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            reasons.add(cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage());
        }
        return String.join(" <- ", reasons);
    }

    /** Runs until there are enough alarms or someone calls {@link #stop}, and returns the exit code. */
    int run() throws Exception {
        try (Parts parts = new Parts(Clock.systemUTC(), console)) {
            Main camel = new Main();
            camel.setOverrideProperties(settings);
            camel.configure().addConfiguration(parts);
            try {
                camel.start();
                waitForTheEnd(parts.ending());
            } finally {
                camel.stop();
            }
            Summary summary = parts.summary(stop.getCount() == 0);
            console.print("");
            console.print(summary.text());
            return summary.exitCode();
        }
    }

    private void waitForTheEnd(Ending ending) throws Exception {
        while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (ending.isReached()) {
                return;
            }
        }
    }

    /** Asks for an orderly end. Any thread may call it. */
    void stop() {
        stop.countDown();
    }

    /** The process lives as long as this takes. */
    private void stopAndWait() {
        stop();
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The example did not stop within {} seconds; it goes on where it was at the next start",
                        STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
