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

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an operator does and sees while the routes run. */
final class Shift {

    private static final String BY_WEBHOOK = "pirate";
    private static final String BY_FILE = "unlicensed";

    private final DemoCloud cloud;
    private final Webhook webhook;
    private final String token;
    private final Folder folder;
    private final PrintStream out;

    private HttpResponse<String> stranger;
    private HttpResponse<String> incomplete;
    private HttpResponse<String> done;
    private String traffic = "";

    Shift(DemoCloud cloud, Webhook webhook, String token, Folder folder, PrintStream out) {
        this.cloud = cloud;
        this.webhook = webhook;
        this.token = token;
        this.folder = folder;
        this.out = out;
    }

    void begin() throws IOException, InterruptedException {
        out.println("Cloud simulator at " + cloud.url() + ", webhook at " + webhook);
        out.println("On air: " + String.join(", ", cloud.onAir()));
        out.println();
        stranger = post("a guess", BY_WEBHOOK);
        incomplete = webhook.post(token, "{\"stream\":\"" + BY_WEBHOOK + "\"}");
        done = post(token, BY_WEBHOOK);
        folder.drop(
                "monday.csv",
                "domain,app,stream,minutes,reason\n" + DemoCloud.PUSH_DOMAIN + "," + DemoCloud.APP + "," + BY_FILE
                        + ",120,no licence\n");
        folder.drop("broken.json", "{\"stream\": ");
    }

    private HttpResponse<String> post(String word, String stream) throws IOException, InterruptedException {
        return webhook.post(
                word,
                "{\"domain\":\"" + DemoCloud.PUSH_DOMAIN + "\",\"app\":\"" + DemoCloud.APP + "\",\"stream\":\"" + stream
                        + "\",\"minutes\":60,\"reason\":\"not ours, called twice\"}");
    }

    /** To be asked again and again. */
    boolean isOver() throws IOException {
        return outcomes().stream().allMatch(Outcome::good);
    }

    /** Prints what came of it and returns the exit code. */
    int report() throws IOException {
        List<Outcome> outcomes = outcomes();
        outcomes.forEach(outcome -> out.println(outcome.line()));
        long good = outcomes.stream().filter(Outcome::good).count();
        out.println();
        out.println(good + " of " + outcomes.size() + " as it should be; the files are in " + folder);
        return good == outcomes.size() ? 0 : 1;
    }

    private List<Outcome> outcomes() throws IOException {
        return List.of(
                online(),
                answer("webhook, wrong token", stranger, 401),
                answer("webhook, incomplete", incomplete, 400),
                answer("webhook", done, 200),
                doneFile(),
                failedFile(),
                channel("started", "StartStreamLiveChannel"),
                channel("stopped", "StopStreamLiveChannel"),
                traffic());
    }

    private Outcome online() throws IOException {
        List<String> onAir = cloud.onAir();
        String listed = read(folder.onlineStreams());
        boolean good = !onAir.contains(BY_WEBHOOK)
                && DemoCloud.STREAMS.stream().allMatch(name -> listed.contains(name) == onAir.contains(name));
        return new Outcome(good, "streams on air", good ? "listed: " + String.join(", ", onAir) : "not listed");
    }

    private static Outcome answer(String what, HttpResponse<String> answer, int expected) {
        return new Outcome(answer.statusCode() == expected, what, answer.statusCode() + " " + answer.body());
    }

    private Outcome doneFile() throws IOException {
        List<Path> files = folder.inbox(".done");
        boolean good = files.size() == 1 && cloud.isForbidden(BY_FILE);
        return new Outcome(
                good, "inbox, monday.csv", good ? BY_FILE + " is forbidden, " + folder.name(files.get(0)) : "");
    }

    private Outcome failedFile() throws IOException {
        List<Path> files = folder.inbox(".failed");
        boolean good = files.size() == 2;
        return new Outcome(
                good,
                "inbox, broken.json",
                good ? read(files.get(1)).lines().findFirst().orElse("") : "");
    }

    private Outcome channel(String what, String action) {
        int calls = cloud.calls(action);
        return new Outcome(calls > 0, "channel " + what, calls > 0 ? "at its time" : "not yet");
    }

    /** The second run must leave the file as the first one made it. */
    private Outcome traffic() throws IOException {
        String text = read(folder.traffic());
        if (traffic.isEmpty()) {
            traffic = text;
        }
        boolean good = cloud.trafficRuns() > 2 && !text.isEmpty() && text.equals(traffic);
        return new Outcome(
                good, "daily traffic", good ? text.lines().count() + " lines, the same after another run" : "not yet");
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
