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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.Fault;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are, each for what it promises. */
class StatisticsIT {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private DemoCloud cloud;
    private Map<String, String> settings;
    private Browser browser;
    private Routes routes;

    @BeforeEach
    void prepare() throws Exception {
        cloud = new DemoCloud();
        int port = Demo.freePort();
        settings = Demo.settings(cloud, directory, port);
        browser = new Browser(port);
    }

    @AfterEach
    void end() {
        routes.close();
        cloud.close();
    }

    @Test
    void everySlotOfEveryPlaybackDomainIsARowWithTheVendorsFigure() throws Exception {
        start();
        awaitFigures();
        cloud.pass(Duration.ofHours(1));
        awaitFigures();

        assertThat(summary().text()).endsWith("lost 0, repeated 0, wrong 0");
        assertThat(summary().isGood()).isTrue();
        assertThat(rows().keySet())
                .extracting(Slot::metric)
                .contains("bandwidth", "viewers", "errors 4xx", "errors 5xx");
        assertThat(rows().keySet()).extracting(Slot::domain).containsOnly("play.example.com", "vod.example.com");
    }

    @Test
    void aDomainThatIsAddedIsReadFromTheBeginning() throws Exception {
        start();
        awaitFigures();

        cloud.addDomain("event.example.com");
        cloud.pass(FIVE_MINUTES);

        awaitFigures();
        assertThat(rows()).containsKey(new Slot("viewers", "event.example.com", cloud.begin()));
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws Exception {
        start();
        awaitFigures();
        routes.close();
        cloud.pass(FIVE_MINUTES);

        start();
        awaitFigures();

        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void aFailureOfTheCloudLosesNothing() throws Exception {
        start();
        awaitFigures();
        cloud.simulator().faults().next("DescribeStreamPlayInfoList", 3, Fault.HTTP_500);
        cloud.pass(FIVE_MINUTES);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cloud.simulator().faults().isSpent());

        awaitFigures();
        assertThat(summary().isGood()).isTrue();
    }

    @Test
    void whatIsReadAgainWithoutItsPositionsIsCountedAndChangesNothing() throws Exception {
        start();
        awaitFigures();
        Map<Slot, Row> before = rows();
        routes.close();
        try (var files = Files.walk(directory.resolve("positions"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        start();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> rows().values().stream().allMatch(row -> row.deliveries() == 2));
        assertThat(rows()).hasSameSizeAs(before);
        assertThat(summary().repeated()).isEqualTo(before.size());
        assertThat(summary().wrong()).isZero();
    }

    @Test
    void theCsvHasAHeadBeforeThereIsAnyFigureAndThenALineForEach() throws Exception {
        settings.put("statistics.start-from", cloud.clock().instant().toString());
        start();
        assertThat(browser.get("figures.csv")).isEqualTo("time,domain,metric,figure\n");

        cloud.pass(Duration.ofMinutes(10));

        Slot slot =
                new Slot("viewers", "play.example.com", cloud.clock().instant().minus(Duration.ofMinutes(10)));
        await().atMost(Duration.ofSeconds(30)).until(() -> rows().containsKey(slot));
        BigDecimal figure = rows().get(slot).figure();
        assertThat(browser.get("figures.csv").lines()).contains(slot.time() + ",play.example.com,viewers," + figure);
    }

    @Test
    void theCsvEndsWhereTheSettingSays() throws Exception {
        settings.put("page.hours", "1");
        start();
        awaitFigures();
        cloud.pass(Duration.ofHours(1));
        awaitFigures();

        List<String> lines = browser.get("figures.csv?hours=9").lines().toList();

        assertThat(lines).hasSizeLessThan(rows().size()).noneMatch(line -> line.startsWith("2026-05-01T11:54"));
    }

    @Test
    void thePageDrawsTheCsvWithoutAnythingFromElsewhere() throws Exception {
        start();

        assertThat(browser.get("")).contains("fetch('figures.csv'").doesNotContain("src=", "https://");
    }

    private void start() throws Exception {
        routes = new Routes(settings, cloud.clock());
    }

    private void awaitFigures() throws Exception {
        var vendor = vendor();
        await().atMost(Duration.ofSeconds(30)).until(() -> rows().keySet().containsAll(vendor.keySet()));
    }

    private Map<Slot, BigDecimal> vendor() throws Exception {
        return new Vendor(routes.calls(), cloud.begin(), cloud.clock()).slots(cloud.domains());
    }

    private Map<Slot, Row> rows() throws Exception {
        return routes.table().rows();
    }

    private Summary summary() throws Exception {
        return Summary.of(vendor(), rows());
    }
}
