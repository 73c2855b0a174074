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
package io.github.camelvideo.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The meters of an application that has nothing but the jar and a registry. */
class VideoMetersIT {

    private static final Path PAGE = Path.of("..", "docs", "observability.md");
    private static final Path DASHBOARD =
            Path.of("src", "main", "resources", "io", "github", "camelvideo", "micrometer", "grafana-dashboard.json");

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private void start(MeterRegistry registry) throws IOException {
        start(main, registry);
    }

    private static void start(Main main, MeterRegistry registry) throws IOException {
        main.addOverrideProperty(
                "camel.component.tencent-video.endpoint-url", CLOUD.simulator().url());
        main.addOverrideProperty("camel.component.tencent-video.secret-id", VideoCloudSimulator.SECRET_ID);
        main.addOverrideProperty("camel.component.tencent-video.secret-key", VideoCloudSimulator.SECRET_KEY);
        main.addOverrideProperty("camel.server.enabled", "true");
        main.addOverrideProperty("camel.server.port", Integer.toString(freePort()));
        main.bind("metricsRegistry", registry);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&initialDelay=0&delay=20")
                        .routeId("alarms")
                        .to("mock:alarms");
                from("tencent-video:live/DescribeLiveStreamEventList?callback=/live/events&callbackKey=k"
                                + "&initialDelay=0&delay=20")
                        .routeId("events")
                        .to("mock:events");
            }
        });
        main.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void feedsAreMeasuredWhileTheyRun() throws Exception {
        CLOUD.simulator().world().raiseAlarms(3, Instant.now().minusSeconds(60), Instant.now());
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        start(registry);

        await().until(() -> counter(registry, "camel.video.feed.delivered", "alarms") == 3);
        assertThat(registry.get("camel.video.feed.lag")
                        .tag("route", "alarms")
                        .timeGauge()
                        .value(TimeUnit.SECONDS))
                .isBetween(0.0, 3_600.0);
        assertThat(registry.get("camel.video.feed.delivered")
                        .tag("route", "alarms")
                        .functionCounter()
                        .getId())
                .satisfies(id -> assertThat(id.getTag("api")).isEqualTo("iotvideoindustry"))
                .satisfies(id -> assertThat(id.getTag("action")).isEqualTo("DescribeWarnings"));
        assertThat(counter(registry, "camel.video.feed.position.writes", "alarms"))
                .isPositive();
        assertThat(counter(registry, "camel.video.feed.position.bytes", "alarms"))
                .isPositive();
        assertThat(counter(registry, "camel.video.feed.skipped", "alarms")).isZero();

        main.getCamelContext().getRouteController().stopRoute("alarms");
        assertThat(registry.find("camel.video.feed.delivered")
                        .tag("route", "alarms")
                        .meters())
                .isEmpty();
        assertThat(registry.find("camel.video.feed.delivered")
                        .tag("route", "events")
                        .meters())
                .hasSize(1);

        main.getCamelContext().getRouteController().startRoute("alarms");
        assertThat(registry.find("camel.video.feed.delivered")
                        .tag("route", "alarms")
                        .meters())
                .hasSize(1);
    }

    @Test
    void callsAreMeasuredByTheirOutcome() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        start(registry);
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            String call = "tencent-video:iotvideoindustry/DescribeGroups?maxRetries=1";
            template.requestBody(call, (Object) null);
            CLOUD.simulator().faults().next("DescribeGroups", 1, Fault.THROTTLE);
            template.requestBody(call, (Object) null);
            CLOUD.simulator().faults().next("DescribeGroups", 2, Fault.INTERNAL_ERROR);
            template.send(call, exchange -> {});
        }

        assertThat(registry.get("camel.video.calls")
                        .tags("action", "DescribeGroups", "outcome", "success", "code", "")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("camel.video.calls")
                        .tags("action", "DescribeGroups", "outcome", "refused")
                        .timer()
                        .getId()
                        .getTag("code"))
                .startsWith("InternalError");
        assertThat(registry.get("camel.video.calls.attempts")
                        .tag("action", "DescribeGroups")
                        .counter()
                        .count())
                .isEqualTo(5);
        assertThat(registry.get("camel.video.calls.throttled")
                        .tag("action", "DescribeGroups")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("camel.video.calls.running")
                        .tag("action", "DescribeGroups")
                        .gauge()
                        .value())
                .isZero();
        assertThat(registry.get("camel.video.calls.permit.wait")
                        .tag("action", "DescribeGroups")
                        .timer()
                        .count())
                .isEqualTo(3);
    }

    /** A URI of {@code toD} may take the name from a message. */
    @Test
    void actionsThatNoCatalogListsShareOneLabel() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        start(registry);
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            for (int i = 0; i < 3; i++) {
                template.send("tencent-video:iotvideoindustry/Mystery" + i + "?validation=LENIENT", exchange -> {});
            }
        }

        assertThat(registry.find("camel.video.calls.attempts")
                        .tag("api", "iotvideoindustry")
                        .meters())
                .extracting(meter -> meter.getId().getTag("action"))
                .contains("other")
                .noneMatch(action -> action.startsWith("Mystery"));
    }

    @Test
    void whatTwoContextsMeasureInOneRegistryIsAddedAndOutlivesTheFirst() throws Exception {
        CLOUD.simulator().world().raiseAlarms(3, Instant.now().minusSeconds(60), Instant.now());
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        start(registry);
        Main first = main;
        Main second = new Main();
        try {
            start(second, registry);
            await().until(() -> counter(registry, "camel.video.feed.delivered", "alarms") == 6);
            first.stop();
            assertThat(counter(registry, "camel.video.feed.delivered", "alarms"))
                    .isEqualTo(3);
        } finally {
            second.stop();
        }
        assertThat(registry.find("camel.video.feed.delivered").meters()).isEmpty();
    }

    @Test
    void thePageListsTheMetersThatExistWithTheirLabels() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        start(registry);
        receiveACallback();
        await().until(() -> counter(registry, "camel.video.feed.callbacks.received", "events") == 1);

        Map<String, Set<String>> shown = Pattern.compile(
                        "(?m)^\\| `(camel\\.video\\.(?:calls|feed)[a-z.]*)` \\| ([^|]+) \\|")
                .matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> Pattern.compile("`([a-z]+)`")
                                .matcher(row.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
        Map<String, Set<String>> existing = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getName().startsWith("camel.video.")) {
                Set<String> labels = existing.computeIfAbsent(meter.getId().getName(), name -> new TreeSet<>());
                meter.getId().getTags().forEach(tag -> labels.add(tag.getKey()));
            }
        }

        assertThat(existing).isEqualTo(shown);
    }

    @Test
    void theDashboardAsksForMetersThatExist() throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        start(registry);
        await().until(() -> registry.scrape().contains("camel_video_calls_seconds_count"));
        Set<String> exported = Pattern.compile("(?m)^(camel_video_\\w+)[{ ]")
                .matcher(registry.scrape())
                .results()
                .map(metric -> metric.group(1))
                .collect(Collectors.toSet());

        Set<String> asked = Pattern.compile("camel_video_\\w+")
                .matcher(Files.readString(DASHBOARD))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(exported).containsAll(asked);
    }

    private void receiveACallback() throws IOException, InterruptedException {
        String port = main.getCamelContext().resolvePropertyPlaceholders("{{camel.server.port}}");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live/events"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private static double counter(MeterRegistry registry, String name, String route) {
        return registry.get(name).tag("route", route).functionCounter().count();
    }
}
