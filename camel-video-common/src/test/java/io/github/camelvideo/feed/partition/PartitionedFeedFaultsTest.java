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
package io.github.camelvideo.feed.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.protocol.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Partitions some of whose pages cannot be read. */
class PartitionedFeedFaultsTest {

    private static final int PAGE = 100;

    private final DeviceFixture devices = new DeviceFixture();
    private final List<String> delivered = new ArrayList<>();

    @Test
    void aPartitionWhosePagesKeepFailingHoldsUpNoOtherAndDeliversTheRest() throws InterruptedException {
        devices.with("a", "bad", "b");
        List<String> ofBad = backlog("bad", 250);
        String spoiled = ofBad.remove(120);
        unreadable("bad", page -> page.toString().contains("\"Id\":" + spoiled + ","));
        Feed feed = devices.open();
        List<String> expected = new ArrayList<>(ofBad);

        for (int poll = 0; poll < 200; poll++) {
            String a = devices.happens("a", devices.clock.instant().plusSeconds(1));
            String b = devices.happens("b", devices.clock.instant().plusSeconds(2));
            devices.clock.advance(Duration.ofSeconds(10));
            poll(feed);
            expected.addAll(List.of(a, b));
            assertThat(delivered).as("the same poll delivers the others'").contains(a, b);
        }

        assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(feed.status().incomplete()).isNotNull();
    }

    @Test
    void whatWasReadBeforeEveryPartitionFailedIsDelivered() throws InterruptedException {
        devices.with("a", "b");
        List<String> expected = backlog("a", 150);
        expected.addAll(backlog("b", 150));
        devices.vendors
                .values()
                .forEach(vendor -> vendor.beforeCall = number -> {
                    if (vendor.calls.get(number - 1).get("Offset").asInt() > 0) {
                        throw unreadable();
                    }
                });
        Feed feed = devices.open();

        assertThatThrownBy(() -> poll(feed)).isInstanceOf(TransportException.class);

        assertThat(delivered).hasSize(2 * PAGE);
        assertThat(feed.status().counts().inFlight()).isZero();
        assertThat(feed.status().partitions().failing()).isEqualTo(2);
        devices.vendors.values().forEach(vendor -> vendor.beforeCall = number -> {});
        poll(feed);
        assertThat(delivered).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Ids of items that happened within the last hour. */
    private List<String> backlog(String device, int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(i -> devices.happens(device, DeviceFixture.START.minusSeconds(3_000 - 10L * i)))
                .toList());
    }

    private void unreadable(String device, Predicate<ObjectNode> page) {
        devices.vendors.get(device).answer = answer -> {
            if (page.test(answer)) {
                throw unreadable();
            }
            return answer;
        };
    }

    /** A poll as the consumer makes it: everything taken is delivered, whatever fails then. */
    private void poll(Feed feed) throws InterruptedException {
        feed.beginPoll();
        do {
            feed.read();
            for (FeedItem item : feed.take(Integer.MAX_VALUE)) {
                delivered.add(item.key());
                feed.completed(item);
            }
        } while (feed.hasMore());
        feed.endPoll();
    }

    private static TransportException unreadable() {
        return new TransportException("t/ListAlarms", "content that is not JSON", 200, true, null);
    }
}
