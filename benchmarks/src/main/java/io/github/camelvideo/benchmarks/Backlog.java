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
import java.util.ArrayList;
import java.util.List;

/**
 * Items in a second of a backlog, in turns with a loop that only fetches and parses the same pages, and with that loop when it hands each
 * item to an empty Camel route, all on one thread. And what an item allocates.
 */
final class Backlog {

    private static final int PAGE = 100;

    private Backlog() {}

    public static void main(String[] args) throws Exception {
        int items = Settings.number("items", 100_000);
        int perSecond = Settings.number("perSecond", 1);
        int every = Settings.number("every", 25);
        int rounds = Settings.number("rounds", 5);
        String place = Settings.text("repository", "memory");
        Duration atMost = Settings.time(60);
        Table table = new Table(
                "round",
                "bare loop/s",
                "bare loop to route/s",
                "feed/s",
                "of bare loop",
                "of loop to route",
                "feed KB/item",
                "feed calls",
                "items",
                "repeated");
        List<Double> bareRates = new ArrayList<>();
        List<Double> routeRates = new ArrayList<>();
        List<Double> feedRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> routeRatios = new ArrayList<>();
        List<Double> allocated = new ArrayList<>();
        try (VendorProcess vendor = VendorProcess.past(items, perSecond, every);
                Allocation allocation = new Allocation();
                EmptyRoute route = new EmptyRoute()) {
            BareLoop loop = new BareLoop(vendor);
            for (int round = 0; round <= rounds; round++) {
                double bare = loop.perSecond(items, PAGE, item -> {});
                double toRoute = loop.perSecond(items, PAGE, route);
                try (Positions positions = Positions.open(place);
                        Feed feed = Feed.of(
                                vendor,
                                positions,
                                "initialDelay=0&delay=10&pageSize=" + PAGE + "&startFrom=" + vendor.first)) {
                    long before = allocation.bytes();
                    long calls = vendor.calls();
                    feed.start().await(items, atMost);
                    double kilobytes = (allocation.bytes() - before) / 1024.0 / feed.delivered();
                    double rate = feed.perSecond();
                    // the first round warms both up
                    String name = round == 0 ? "warm-up" : Integer.toString(round);
                    table.row(
                            name,
                            bare,
                            toRoute,
                            rate,
                            rate / bare,
                            rate / toRoute,
                            kilobytes,
                            vendor.calls() - calls,
                            feed.delivered(),
                            feed.repeated());
                    if (round > 0) {
                        bareRates.add(bare);
                        routeRates.add(toRoute);
                        feedRates.add(rate);
                        ratios.add(rate / bare);
                        routeRatios.add(rate / toRoute);
                        allocated.add(kilobytes);
                    }
                }
            }
        }
        table.row(
                "median",
                Table.median(bareRates),
                Table.median(routeRates),
                Table.median(feedRates),
                Table.median(ratios),
                Table.median(routeRatios),
                Table.median(allocated),
                "",
                "",
                "");
        table.print("Backlog of " + items + " items, " + perSecond + " every " + every + " s, positions: " + place
                + Settings.options());
    }
}
