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
package io.github.camelvideo.feed.delivery;

import static io.github.camelvideo.feed.FeedFixture.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.StartFrom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFactoryTest {

    private final FeedFixture fixture = new FeedFixture();

    @Test
    void refusesAnActionWithoutFeed() {
        Action action = Action.undocumented("Ping", Action.RegionRule.NONE, List.of());

        assertThatThrownBy(() -> open(action, node(), FeedFixture.NO_OPTIONS))
                .hasMessageContaining("Ping: this action cannot be consumed as a feed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Offset", "Limit", "DateBegin", "DateEnd"})
    void refusesParametersThatBelongToTheFeed(String name) {
        assertThatThrownBy(() -> open(fixture.action(), node().put(name, "1"), FeedFixture.NO_OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ListAlarms: parameter '" + name + "' is set by the feed");
    }

    @Test
    void aDefaultOfTheCatalogIsNotTheFeedsOwn() {
        assertThat(FeedFactory.ownParameters(fixture.action()))
                .containsExactlyInAnyOrder("Offset", "Limit", "DateBegin", "DateEnd");
    }

    @Test
    void theUsersParameterWinsOverTheDefaultAndIsLeftUnchanged() throws Exception {
        ObjectNode parameters = node().put("OrderType", 4).put("DeviceId", "d");

        Feed feed = open(fixture.action(), parameters, FeedFixture.NO_OPTIONS);
        feed.start();
        next(feed, 1);

        ObjectNode call = fixture.vendor.calls.get(0);
        assertThat(call.get("OrderType").asInt()).isEqualTo(4);
        assertThat(call.get("DeviceId").asText()).isEqualTo("d");
        assertThat(call.get("Limit").asInt()).isEqualTo(20);
        assertThat(parameters).hasSize(2);
    }

    @Test
    void anotherZoneIsUsedForTheWindow() throws Exception {
        Feed feed = open(fixture.action(), node(), new FeedOptions(null, null, null, null, null, ZoneOffset.UTC, null));
        feed.start();
        next(feed, 1);

        assertThat(fixture.vendor.calls.get(0).get("DateEnd").asText()).isEqualTo("2021-05-25 00:00:00");
    }

    @Test
    void refusesOptionsThatDoNotFitTheAction() {
        assertRefused(new FeedOptions(null, null, null, Duration.ofDays(31), null, null, null), "window=PT744H");
        assertRefused(new FeedOptions(null, null, null, Duration.ZERO, null, null, null), "window=PT0S");
        assertRefused(new FeedOptions(null, null, null, null, 101, null, null), "pageSize=101");
        assertRefused(new FeedOptions(null, null, null, null, 0, null, null), "pageSize=0");
        assertRefused(new FeedOptions(null, Duration.ofSeconds(-1), null, null, null, null, null), "lookback=PT-1S");
    }

    @Test
    void earliestIsRefusedWhereTheRetentionIsUnknown() {
        fixture.startFrom = StartFrom.EARLIEST;

        assertThatThrownBy(fixture::open).hasMessageContaining("startFrom=earliest");
    }

    @Test
    void aFeedThatIsNotStartedHasNoPosition() {
        assertThat(open(fixture.action(), node(), FeedFixture.NO_OPTIONS)
                        .status()
                        .watermark())
                .isNull();
    }

    @Test
    void askingForNothingIsRefused() {
        Feed feed = fixture.open();

        assertThatThrownBy(() -> next(feed, 0)).hasMessageContaining("limit=0");
    }

    private void assertRefused(FeedOptions options, String named) {
        assertThatThrownBy(() -> open(fixture.action(), node(), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ListAlarms: " + named);
    }

    private Feed open(Action action, ObjectNode parameters, FeedOptions options) {
        FeedFactory feeds = new FeedFactory(
                action.name(),
                action,
                options,
                ItemType.UNKNOWN,
                fixture.vendor,
                fixture.vendorClock,
                System::nanoTime);
        feeds.check(parameters);
        return feeds.open(action.name(), Partition.NONE, null, parameters, fixture.store());
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
