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
import java.util.Map;

/** Calls for each delivered item in the steady state, by a clock that runs fast on both sides. */
final class CallsPerItem {

    private static final int SPEED = 100;
    private static final int LOOKBACK = 600;
    private static final int WARM_UP = 2 * LOOKBACK;

    private CallsPerItem() {}

    public static void main(String[] args) throws Exception {
        int perSecond = Settings.number("perSecond", 1);
        int delay = Settings.number("delay", 10);
        int measured = Settings.number("seconds", 3_600);
        Table table = new Table("minutes", "items", "calls", "calls/item", "repeated", "not delivered");
        try (VendorProcess vendor = VendorProcess.live(perSecond, SPEED, LOOKBACK, WARM_UP + measured + 600);
                Feed feed = new Feed(
                        vendor,
                        vendor.clock,
                        Map.of(),
                        "initialDelay=0&lookback=PT10M&startFrom=" + vendor.first + "&delay=" + delay * 1000 / SPEED)) {
            feed.start();
            Thread.sleep(Duration.ofSeconds(WARM_UP / SPEED).toMillis());
            int items = feed.delivered();
            long calls = vendor.calls();
            Thread.sleep(Duration.ofSeconds(measured / SPEED).toMillis());
            int delivered = feed.delivered() - items;
            long made = vendor.calls() - calls;
            long missing = vendor.happened() - feed.delivered();
            table.row(
                    measured / 60,
                    delivered,
                    made,
                    (double) made / delivered,
                    feed.repeated(),
                    missing <= 3L * perSecond * delay ? "0" : missing);
        }
        table.print("Steady state, " + perSecond + " item a second, a poll every " + delay + " s, lookback 10 min"
                + Settings.options());
    }
}
