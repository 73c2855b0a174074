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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.World;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/**
 * Drills of docs/runbook.md: what the page says that an operator sees is what they compare with. Vendor and application live by one clock,
 * which stands still until a drill moves it.
 */
abstract class Drill {

    static final Path PAGE = Path.of("docs/runbook.md");

    static final DrillClock CLOCK = new DrillClock(Instant.parse("2026-01-31T12:00:00Z"));

    static final String NEW_KEY = "AKIDnew";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(CLOCK)
            .account(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY)
            .account(NEW_KEY, "new-secret-key"));

    private static final String POSITIONS = "java -cp 'lib/*' io.github.camelvideo.feed.position.PositionsCommand ";

    private static final String LEFT_OUT = "…";

    final DrillSink sink = new DrillSink();

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    @BeforeEach
    void begin() {
        FileUtil.removeDir(new File("data"));
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** An application that lives by the clock and polls often; its key and repository are to be set yet. */
    static AlarmApplication node(RouteBuilder... routes) {
        AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .bind("clock", CLOCK)
                .property("camel.component.tencent-video.clock", "#bean:clock")
                // or each failure would take as long as its retries
                .property("camel.component.tencent-video.max-retries", "0")
                .property("camel.health.enabled", "true")
                .pollingOften();
        Stream.of(routes).forEach(application::routes);
        return application;
    }

    /** Starts it with the sink behind its queue. */
    static AlarmApplication start(AlarmApplication application, DrillSink queue) {
        application.start();
        application.mock("jms:queue:alarms").whenAnyExchangeReceived(queue);
        return application;
    }

    static World world() {
        return CLOUD.simulator().world();
    }

    /** Lets five minutes pass, with so many alarms. */
    static List<Long> raise(int count) {
        return raise(count, Duration.ofMinutes(5));
    }

    /** Lets a time pass, with so many alarms. They are there before the clock moves, or a poll in between would find them late. */
    static List<Long> raise(int count, Duration time) {
        Instant now = CLOCK.instant();
        List<Long> ids = world().raiseAlarms(count, now.plusSeconds(1), now.plus(time));
        CLOCK.advance(time);
        return ids;
    }

    /** What was logged since the drill began. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    static HealthCheck.Result health(AlarmApplication application, String check) {
        return HealthCheckHelper.invoke(application.context(), "full").stream()
                .filter(result -> result.getCheck().getId().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no health check " + check));
    }

    /** Waits until a line of the log says what the page says. */
    void awaitLog(String words) {
        awaitLog(words, 1);
    }

    /** Waits until as many lines of the log do. */
    void awaitLog(String words, int times) {
        Pattern pattern = pattern(words);
        await(words).untilAsserted(() -> assertThat(
                        lines.stream().filter(line -> pattern.matcher(line).find()))
                .hasSizeGreaterThanOrEqualTo(times));
    }

    /** Waits until a health check has a state, with a message that says what the page says. */
    static void awaitHealth(AlarmApplication application, String check, HealthCheck.State state, String words) {
        Pattern pattern = pattern(words);
        await(words).untilAsserted(() -> {
            HealthCheck.Result result = health(application, check);
            assertThat(result.getState()).as("%s", result).isEqualTo(state);
            assertThat(result.getMessage().orElse("")).containsPattern(pattern);
        });
    }

    static void awaitUp(AlarmApplication application, String check) {
        await(check).until(() -> health(application, check).getState() == HealthCheck.State.UP);
    }

    /** A command that the page shows. */
    static String shown(String arguments) {
        assertThat(Project.read(PAGE).lines().map(String::strip)).contains(POSITIONS + arguments);
        return POSITIONS + arguments;
    }

    /** Words that the page shows as code, with an ellipsis for what it leaves out. */
    private static Pattern pattern(String words) {
        assertThat(Project.read(PAGE)).as("%s promises these words", PAGE).contains("`" + words + "`");
        return Pattern.compile(
                Stream.of(words.split(LEFT_OUT)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}
