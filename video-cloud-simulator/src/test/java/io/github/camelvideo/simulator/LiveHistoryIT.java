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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveHistoryIT extends LiveCase {

    private static final String DOMAIN = "push.test.com";
    private static final String DAY = "'StartTime':'2026-05-01T00:00:00Z','EndTime':'2026-05-02T00:00:00Z'";

    /** Of a, ab and b, b ends first; c is turned away; later still runs. */
    @BeforeEach
    void push() {
        live.schedule(DOMAIN, "live", "a", START, START.plusSeconds(120));
        live.schedule(DOMAIN, "live", "ab", START, START.plusSeconds(180));
        live.schedule(DOMAIN, "live", "b", START, START.plusSeconds(60));
        live.schedule(DOMAIN, "live", "later", START, START.plus(Duration.ofDays(9)));
        live.forbidStream("c", START.plus(Duration.ofDays(5)));
        CLOCK.advance(Duration.ofHours(1));
        live.startStream(DOMAIN, "live", "c");
        CLOCK.set(Instant.parse("2026-05-02T00:00:00Z"));
    }

    private List<String> names(String action, String more) {
        JsonNode answer = calls.call(action, "{'DomainName':'push.test.com'," + DAY + more + "}");
        return answer.findValuesAsText("StreamName");
    }

    @Test
    void eventsComeByTheEndOfThePush() {
        assertThat(names("DescribeLiveStreamEventList", "")).containsExactly("c", "ab", "a", "b");
        assertThat(names("DescribeLiveStreamEventList", ",'IsAsc':1")).containsExactly("b", "a", "ab", "c");
    }

    @Test
    void anEventTellsStartEndDurationAndReason() {
        JsonNode event = calls.call("DescribeLiveStreamEventList", "{'IsAsc':1," + DAY + "}")
                .at("/EventList/0");

        assertThat(event.path("StreamStartTime").asText()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(event.path("StreamEndTime").asText()).isEqualTo("2026-05-01T00:01:00Z");
        assertThat(event.path("Duration").intValue()).isEqualTo(60);
        assertThat(event.path("StopReason").asText()).isNotEmpty();
    }

    @Test
    void eventsAreFilteredByNameAndSuccess() {
        assertThat(names("DescribeLiveStreamEventList", ",'StreamName':'a'")).containsExactly("ab", "a");
        assertThat(names("DescribeLiveStreamEventList", ",'StreamName':'a','IsStrict':1"))
                .containsExactly("a");
        assertThat(names("DescribeLiveStreamEventList", ",'IsFilter':1")).containsExactly("ab", "a", "b");
    }

    @Test
    void publishedAreTheSuccessfulPushes() {
        assertThat(names("DescribeLiveStreamPublishedList", "")).containsExactly("b", "a", "ab");
        assertThat(names("DescribeLiveStreamPublishedList", ",'StreamName':'b'"))
                .containsExactly("b", "ab");
    }

    @Test
    void eventsComeInPages() {
        JsonNode page = calls.call("DescribeLiveStreamEventList", "{'PageNum':2,'PageSize':3," + DAY + "}");

        assertThat(page.findValuesAsText("StreamName")).containsExactly("b");
        assertThat(page.path("TotalNum").intValue()).isEqualTo(4);
        assertThat(page.path("TotalPage").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T00:00:00Z, 2026-05-02T00:00:00Z, ",
        "2026-04-01T00:00:00Z, 2026-05-02T00:00:00Z, ",
        "2026-05-01T08:00:00+08:00, 2026-05-02T08:00:00+08:00, ",
        "2026-05-01T00:00:00Z, 2026-05-02T00:00:01Z, InvalidParameterValue",
        "2026-03-31T23:59:59Z, 2026-05-02T00:00:00Z, InvalidParameterValue",
        "2026-03-01T23:59:59Z, 2026-03-02T00:00:00Z, InvalidParameterValue",
        "2026-05-02T00:00:00Z, 2026-05-01T00:00:00Z, InvalidParameterValue",
        "yesterday, 2026-05-02T00:00:00Z, InvalidParameterValue",
    })
    void theWindowIsAMonthOfTheLastTwo(String from, String to, String code) {
        String window = "{'DomainName':'push.test.com','StartTime':'" + from + "','EndTime':'" + to + "'}";

        assertThat(calls.code("DescribeLiveStreamEventList", window)).isEqualTo(code);
        assertThat(calls.code("DescribeLiveStreamPublishedList", window)).isEqualTo(code);
    }

    @Test
    void onlyTheFirstTenThousandRecordsCanBePagedTo() {
        assertThat(calls.code("DescribeLiveStreamEventList", "{'PageNum':100,'PageSize':100," + DAY + "}"))
                .isNull();
        assertThat(calls.code("DescribeLiveStreamEventList", "{'PageNum':101,'PageSize':100," + DAY + "}"))
                .isEqualTo("InvalidParameterValue");
    }
}
