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
package io.github.camelvideo.tools.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.lint.walk.PollsOnDemand;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.tools.document.DocumentException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;

/** Runs one feed until enough items came or its time is over. The thread of {@link #run} polls, and prints the items. */
final class FeedTrial {

    private static final String ROUTE = "trial";

    private final TrialSettings settings;
    private final Target target;
    private final Consumer<String> out;
    private final Secrets secrets;
    private final CapturedPositions positions = new CapturedPositions();
    private final PollsOnDemand polls = new PollsOnDemand();

    /** Written by the thread that polls alone. */
    private int delivered;

    FeedTrial(TrialSettings settings, Target target, Consumer<String> out) {
        this.settings = settings;
        this.target = target;
        this.out = out;
        this.secrets = new Secrets(target.api(), target.action());
    }

    boolean run() {
        InventedItems invented = settings.simulator()
                ? new InventedItems(target, settings.items(), Clock.systemUTC().instant())
                : null;
        SimulatorClock clock = invented == null ? null : invented.clock();
        try (TrialContext trial = new TrialContext(settings, target, clock)) {
            Map<String, String> options = new HashMap<>(invented == null ? Map.of() : invented.options());
            options.put("maxMessagesPerPoll", Integer.toString(settings.items()));
            start(trial, options);
            if (invented == null) {
                pollTheCloud(
                        (ScheduledPollConsumer) trial.context().getRoute(ROUTE).getConsumer());
            } else {
                invented.play(trial.simulator().world().feed(target.api().id(), target.name()), clock, this::pollOnce);
            }
            stop(trial);
            positions.positions().forEach((key, position) -> out.accept("position    " + key + "\n  " + position));
            out.accept("calls");
            trial.sent(secrets).forEach(line -> out.accept("  " + line));
            if (!polls.failures().isEmpty()) {
                throw new TrialException(polls.failures().get(0));
            }
        }
        return delivered > 0;
    }

    private void start(TrialContext trial, Map<String, String> options) {
        trial.context().getRegistry().bind("trialPositions", positions);
        trial.context().getRegistry().bind("trialPolls", polls);
        String uri = target.uri(options);
        try {
            trial.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri + "&offsetRepository=#trialPositions&scheduler=#trialPolls&pollStrategy=#trialPolls")
                            .routeId(ROUTE)
                            .process(exchange -> print(exchange.getMessage()));
                }
            });
        } catch (Exception e) {
            throw new DocumentException(Problem.of(e), e);
        }
    }

    private static void stop(TrialContext trial) {
        try {
            trial.context().getRouteController().stopRoute(ROUTE);
        } catch (Exception e) {
            throw new TrialException(e);
        }
    }

    /** Not after a failure: the first one says what is wrong. */
    private void pollOnce() {
        if (polls.failures().isEmpty() && delivered < settings.items()) {
            polls.poll();
        }
    }

    private void pollTheCloud(ScheduledPollConsumer consumer) {
        Duration pause = Duration.ofMillis(consumer.getDelay());
        long end = System.nanoTime() + settings.timeout().toNanos();
        pollOnce();
        while (polls.failures().isEmpty()
                && delivered < settings.items()
                && System.nanoTime() + pause.toNanos() < end) {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pollOnce();
        }
    }

    private void print(Message item) {
        HeaderNames headers = target.component().headers();
        delivered++;
        out.accept("item " + delivered);
        line("key", item.getHeader(headers.itemKey()));
        line("time", item.getHeader(headers.itemTime()));
        line("partition", item.getHeader(headers.forEach()));
        line("change", item.getHeader(headers.change()));
        JsonNode body = ExactJson.fromObject(item.getBody());
        line("body", secrets.hidden(body));
    }

    private void line(String name, Object value) {
        if (value != null) {
            out.accept(String.format("  %-10s%s", name, value));
        }
    }
}
