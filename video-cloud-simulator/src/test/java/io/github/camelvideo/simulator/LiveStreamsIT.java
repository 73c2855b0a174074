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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveStreamsIT extends LiveCase {

    private static final String DOMAIN = "push.test.com";
    private static final String LOBBY = "{'DomainName':'push.test.com','AppName':'live','StreamName':'lobby'";

    @BeforeEach
    void start() {
        live.startStream(DOMAIN, "live", "lobby");
    }

    private String state() {
        return calls.call("DescribeLiveStreamState", LOBBY + "}")
                .path("StreamState")
                .asText();
    }

    private JsonNode online(String parameters) {
        return calls.call("DescribeLiveStreamOnlineList", parameters);
    }

    @Test
    void aStartedStreamIsOnlineWithItsPublishTime() {
        JsonNode list = online("{}");

        assertThat(list.path("TotalNum").intValue()).isEqualTo(1);
        JsonNode stream = list.at("/OnlineInfo/0");
        assertThat(stream.path("StreamName").asText()).isEqualTo("lobby");
        assertThat(stream.at("/PublishTimeList/0/PublishTime").asText()).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(state()).isEqualTo("active");
    }

    @Test
    void onlineStreamsAreFilteredByDomainPathAndExactName() {
        live.startStream("other.test.com", "live", "lobby");
        live.startStream(DOMAIN, "radio", "lobby");
        live.startStream(DOMAIN, "live", "lobby2");

        assertThat(online("{}").path("OnlineInfo")).hasSize(3);
        assertThat(online("{'DomainName':'push.test.com'}").path("OnlineInfo")).hasSize(2);
        assertThat(online("{'AppName':'radio'}").path("OnlineInfo")).hasSize(1);
        assertThat(online("{'StreamName':'lobby'}").path("OnlineInfo")).hasSize(2);
    }

    @Test
    void onlineStreamsComeInPages() {
        for (int i = 1; i < 23; i++) {
            live.startStream(DOMAIN, "live", "s" + i);
        }

        JsonNode page = online("{'PageNum':3,'PageSize':10}");

        assertThat(page.path("OnlineInfo")).hasSize(3);
        assertThat(page.path("TotalNum").intValue()).isEqualTo(23);
        assertThat(page.path("TotalPage").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'PageSize':9}", "{'PageSize':101}", "{'PageNum':0}"})
    void aPageBesideTheDocumentedBoundsIsRefused(String parameters) {
        assertThat(calls.code("DescribeLiveStreamOnlineList", parameters)).isEqualTo("InvalidParameterValue");
    }

    @Test
    void aDroppedStreamMayStartAgain() {
        assertThat(calls.code("DropLiveStream", LOBBY + "}")).isNull();
        assertThat(state()).isEqualTo("inactive");

        assertThat(live.startStream(DOMAIN, "live", "lobby")).isTrue();
        assertThat(state()).isEqualTo("active");
    }

    @Test
    void droppingAStreamThatIsNotLiveSucceeds() {
        live.stopStream(DOMAIN, "live", "lobby");

        assertThat(calls.code("DropLiveStream", LOBBY + "}")).isNull();
    }

    @Test
    void aForbiddenStreamEndsAndIsTurnedAwayUntilItIsResumed() {
        calls.call("ForbidLiveStream", LOBBY + ",'Reason':'test'}");
        assertThat(state()).isEqualTo("forbid");
        assertThat(live.streams()).isEmpty();
        assertThat(live.startStream(DOMAIN, "live", "lobby")).isFalse();

        calls.call("ResumeLiveStream", LOBBY + "}");

        assertThat(state()).isEqualTo("inactive");
        assertThat(live.startStream(DOMAIN, "live", "lobby")).isTrue();
    }

    @Test
    void aBanGoesByTheNameWhateverTheDomain() {
        live.startStream("other.test.com", "radio", "lobby");

        calls.call("ForbidLiveStream", LOBBY + "}");

        assertThat(live.streams()).isEmpty();
    }

    @Test
    void aBanEndsAtItsResumeTime() {
        calls.call("ForbidLiveStream", LOBBY + ",'ResumeTime':'2026-05-01T01:00:00Z'}");

        CLOCK.advance(Duration.ofMinutes(59));
        assertThat(state()).isEqualTo("forbid");
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo("inactive");
    }

    @Test
    void aBanWithoutResumeTimeLastsSevenDays() {
        calls.call("ForbidLiveStream", LOBBY + "}");

        CLOCK.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(state()).isEqualTo("forbid");
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo("inactive");
    }

    @Test
    void aBanIsForNinetyDaysAtMost() {
        String tooLong =
                CLOCK.instant().plus(Duration.ofDays(90)).plusSeconds(1).toString();

        assertThat(calls.code("ForbidLiveStream", LOBBY + ",'ResumeTime':'" + tooLong + "'}"))
                .isEqualTo("InvalidParameterValue");
        assertThat(calls.code("ForbidLiveStream", LOBBY + ",'Reason':'" + "x".repeat(2049) + "'}"))
                .isEqualTo("InvalidParameterValue");
        assertThat(state()).isEqualTo("active");
    }
}
