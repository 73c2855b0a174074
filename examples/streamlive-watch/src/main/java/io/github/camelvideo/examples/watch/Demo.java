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
package io.github.camelvideo.examples.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Runs the routes with the simulator and a chat, lets alerts come and go, and says what came of them. */
public final class Demo {

    private static final int CHANNELS = 4;
    private static final int ROUNDS = 8;
    private static final int REFUSE_MESSAGES = 3;
    private static final int ADD_CHANNEL = 5;
    private static final int REFUSED = 5;

    private final Path directory;
    private final DemoCloud cloud;
    private final Chat chat;
    private final Patience patience = new Patience(Clock.systemUTC());
    private final PrintStream out;

    private Demo(Path directory, DemoCloud cloud, Chat chat, PrintStream out) {
        this.directory = directory;
        this.cloud = cloud;
        this.chat = chat;
        this.out = out;
    }

    /** Ends the process with 0 when chat and tickets have everything once, 1 when not. */
    public static void main(String[] args) throws Exception {
        Path all = Files.createDirectories(Path.of(System.getProperty("data.dir", "data")));
        Path directory = Files.createTempDirectory(all, "demo-");
        // a system property comes before all others; the log goes there, too
        System.setProperty("data.dir", directory.toString());
        System.exit(run(directory, System.out) ? 0 : 1);
    }

    static boolean run(Path directory, PrintStream out) throws Exception {
        try (DemoCloud cloud = new DemoCloud();
                Chat chat = new Chat()) {
            return new Demo(directory, cloud, chat, out).run();
        }
    }

    static Map<String, String> settings(DemoCloud cloud, Chat chat, Path directory) {
        Map<String, String> settings = new HashMap<>(cloud.settings());
        settings.put("data.dir", directory.toString());
        settings.put("chat.url", chat.url());
        settings.put("watch.delay", "100");
        settings.put("watch.channels-refresh", "500ms");
        return settings;
    }

    private boolean run() throws Exception {
        for (int i = 1; i <= CHANNELS; i++) {
            cloud.addChannel("Channel " + i);
        }
        cloud.raise(2 * CHANNELS);
        cloud.clear(CHANNELS);
        print("Cloud simulator at " + cloud.url() + ", chat at " + chat.url());
        Map<String, String> settings = settings(cloud, chat, directory);
        Routes.during(settings, this::runWithTrouble);
        print("routes stopped; alerts are raised and cleared");
        cloud.raise(CHANNELS);
        cloud.clear(2 * CHANNELS);
        Routes.during(settings, this::runToTheEnd);
        Summary summary = summary();
        out.println();
        out.println(summary.text());
        return summary.isGood();
    }

    private void runWithTrouble() throws Exception {
        awaitMessages();
        print("the alerts of before are told, those that are over in one message");
        for (int round = 1; round <= ROUNDS; round++) {
            happen(round);
            awaitMessages();
        }
    }

    private void runToTheEnd() throws Exception {
        print("routes started again");
        awaitMessages();
        cloud.clearAll();
        awaitMessages();
        print("all alerts are cleared");
        awaitTwoMoreLooks();
    }

    private void happen(int round) {
        if (round == REFUSE_MESSAGES) {
            chat.refuse(REFUSED);
            print("the chat refuses " + REFUSED + " messages");
        } else if (round == ADD_CHANNEL) {
            cloud.addChannel("Channel " + (CHANNELS + 1));
            print("one more channel");
        }
        cloud.raise(cloud.channels());
        cloud.clear(cloud.channels() - 1);
    }

    private void awaitMessages() throws Exception {
        patience.until("the messages of all alerts", () -> summary().lost() == 0);
    }

    /** What would come twice has come then. */
    private void awaitTwoMoreLooks() throws Exception {
        int before = cloud.looks();
        patience.until("more looks", () -> cloud.looks() >= before + 2 * cloud.channels());
    }

    private Summary summary() throws IOException {
        return Summary.of(cloud.alerts(), chat.texts(), Ticket.in(directory.resolve("tickets")));
    }

    private void print(String what) {
        out.printf("%4d messages  %s%n", chat.texts().size(), what);
    }
}
