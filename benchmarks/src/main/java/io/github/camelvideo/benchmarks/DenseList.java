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
package io.github.camelvideo.benchmarks;

import java.time.Duration;
import java.util.List;

/** Items in a second of a list with many items a second, so that many lie inside the lookback, by where the position is kept. */
final class DenseList {

    private DenseList() {}

    public static void main(String[] args) throws Exception {
        int items = Settings.number("items", 100_000);
        int perSecond = Settings.number("perSecond", 100);
        Duration atMost = Settings.time(30);
        Table table = new Table("positions", "items", "seconds", "items/s", "items/s in the second half", "repeated");
        try (VendorProcess vendor = VendorProcess.past(items, perSecond, 1)) {
            for (String place : List.of("memory", "file", Settings.text("database", "h2"))) {
                try (Positions positions = Positions.open(place);
                        Feed feed = Feed.of(vendor, positions, "initialDelay=0&delay=10&startFrom=" + vendor.first)) {
                    feed.start().await(items, atMost.dividedBy(2));
                    int half = feed.delivered();
                    double halfSeconds = feed.seconds();
                    feed.await(items, atMost.dividedBy(2));
                    double secondHalf = (feed.delivered() - half) / (feed.seconds() - halfSeconds);
                    table.row(
                            place.startsWith("jdbc:") ? place.split(":")[1] : place,
                            feed.delivered(),
                            feed.seconds(),
                            feed.perSecond(),
                            half == items ? "-" : secondHalf,
                            feed.repeated());
                }
            }
        }
        table.print("List with " + perSecond + " items a second, at most " + atMost.toSeconds() + " s each"
                + Settings.options());
    }
}
