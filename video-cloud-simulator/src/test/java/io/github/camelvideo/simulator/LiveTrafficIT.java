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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTrafficIT extends LiveCase {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @BeforeEach
    void noon() {
        CLOCK.set(NOON);
    }

    private JsonNode played(String from, String to, String more) {
        return calls.call(
                "DescribeBillBandwidthAndFluxList",
                "{'PlayDomains':['play.test.com'],'StartTime':'" + from + "','EndTime':'" + to + "'" + more + "}");
    }

    private static List<String> times(JsonNode answer) {
        return StreamSupport.stream(answer.path("DataInfoList").spliterator(), false)
                .map(each -> each.path("Time").asText())
                .toList();
    }

    @Test
    void fiveMinutesAreTheFinestPeriodAndOnlyThoseThatAreOverCount() {
        JsonNode answer = played("2026-05-01T11:50:00Z", "2026-05-01T12:10:00Z", "");

        assertThat(times(answer)).containsExactly("2026-05-01T11:50:00Z", "2026-05-01T11:55:00Z");
    }

    @Test
    void timesAreWrittenAsTheyWereAskedFor() {
        JsonNode answer = played("2026-05-01 08:00:00", "2026-05-01 10:00:00", ",'Granularity':60");

        assertThat(times(answer)).containsExactly("2026-05-01 08:00:00", "2026-05-01 09:00:00", "2026-05-01 10:00:00");
        assertThat(answer.path("PeakBandwidthTime").asText()).startsWith("2026-05-01 ");
    }

    @Test
    void aDayIsThePeakAndTheSumOfItsFiveMinutes() {
        JsonNode fine = played("2026-04-30 00:00:00", "2026-04-30 23:59:59", "");
        JsonNode day = played("2026-04-30 00:00:00", "2026-04-30 23:59:59", ",'Granularity':1440");

        assertThat(fine.path("DataInfoList")).hasSize(288);
        assertThat(times(day)).containsExactly("2026-04-30 00:00:00");
        assertThat(day.at("/DataInfoList/0/Flux")).isEqualTo(fine.path("SumFlux"));
        assertThat(day.at("/DataInfoList/0/Bandwidth")).isEqualTo(fine.path("PeakBandwidth"));
        assertThat(day.at("/DataInfoList/0/PeakTime")).isEqualTo(fine.path("PeakBandwidthTime"));
        assertThat(fine.path("P95PeakBandwidth").doubleValue())
                .isPositive()
                .isLessThan(fine.path("PeakBandwidth").doubleValue());
    }

    @Test
    void withoutDomainsItIsTheTotalOfAll() {
        live.addPlayDomain("play.test.com");
        live.addPlayDomain("other.test.com");
        String window = "'StartTime':'2026-05-01 08:00:00','EndTime':'2026-05-01 09:00:00'}";

        double one = calls.call("DescribeBillBandwidthAndFluxList", "{'PlayDomains':['play.test.com']," + window)
                .path("SumFlux")
                .doubleValue();
        double other = calls.call("DescribeBillBandwidthAndFluxList", "{'PlayDomains':['other.test.com']," + window)
                .path("SumFlux")
                .doubleValue();
        double all = calls.call("DescribeBillBandwidthAndFluxList", "{" + window)
                .path("SumFlux")
                .doubleValue();

        assertThat(one).isPositive().isNotEqualTo(other);
        assertThat(all).isCloseTo(one + other, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-30T12:00:00Z, 2026-05-01T12:00:00Z,    5, ",
        "2026-04-30T11:59:59Z, 2026-05-01T12:00:00Z,    5, InvalidParameterValue",
        "2026-04-01T00:00:00Z, 2026-05-01T12:00:00Z,   60, ",
        "2026-03-31T11:59:59Z, 2026-05-01T12:00:00Z, 1440, InvalidParameterValue",
        "2023-05-01T00:00:00Z, 2023-05-02T00:00:00Z, 1440, ",
        "2023-04-30T23:59:59Z, 2023-05-01T23:00:00Z, 1440, InvalidParameterValue",
        "2026-05-01T00:00:00Z, 2026-05-01T12:00:00Z,   15, InvalidParameterValue",
    })
    void spanAndAgeAreLimited(String from, String to, int granularity, String code) {
        assertThat(played(from, to, ",'Granularity':" + granularity)
                        .at("/Error/Code")
                        .textValue())
                .isEqualTo(code);
    }

    @Test
    void pushedTrafficIsThatOfTheStreams() {
        live.schedule("push.test.com", "live", "a", NOON.plusSeconds(300), NOON.plusSeconds(450));
        live.schedule("other.test.com", "live", "b", NOON.plusSeconds(300), NOON.plusSeconds(600));
        CLOCK.set(NOON.plusSeconds(900));
        String window = "'StartTime':'2026-05-01T12:00:00Z','EndTime':'2026-05-01T12:30:00Z'}";

        JsonNode all = calls.call("DescribePushBandwidthAndFluxList", "{" + window);
        JsonNode one = calls.call("DescribePushBandwidthAndFluxList", "{'PushDomains':['push.test.com']," + window);

        assertThat(times(all)).containsExactly("2026-05-01T12:00:00Z", "2026-05-01T12:05:00Z", "2026-05-01T12:10:00Z");
        assertThat(one.at("/DataInfoList/0/Flux").doubleValue()).isZero();
        assertThat(one.at("/DataInfoList/1/Bandwidth").doubleValue()).isEqualTo(1.032);
        assertThat(one.path("SumFlux").doubleValue()).isEqualTo(38.7);
        assertThat(all.path("SumFlux").doubleValue()).isEqualTo(116.1);
    }
}
