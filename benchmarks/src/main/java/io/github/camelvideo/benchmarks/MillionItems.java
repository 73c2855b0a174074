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

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** A million items in a heap of 256 MB: how long it takes, and whether the heap stays the same. */
final class MillionItems {

    private static final int PARTS = 10;

    private MillionItems() {}

    public static void main(String[] args) throws Exception {
        int items = Settings.number("items", 1_000_000);
        int perSecond = Settings.number("perSecond", 1);
        int every = Settings.number("every", 2);
        String place = Settings.text("repository", "memory");
        Duration atMost = Settings.time(300);
        Table table = new Table("items", "seconds", "items/s", "heap MB after GC");
        try (VendorProcess vendor = VendorProcess.past(items, perSecond, every);
                Positions positions = Positions.open(place);
                Feed feed = Feed.of(vendor, positions, "initialDelay=0&delay=10&startFrom=" + vendor.first)) {
            long deadline = System.nanoTime() + atMost.toNanos();
            feed.start();
            boolean inTime = true;
            for (int part = 1; part <= PARTS && inTime; part++) {
                inTime = feed.await((long) items * part / PARTS, Duration.ofNanos(deadline - System.nanoTime()));
                table.row(feed.delivered(), feed.seconds(), feed.perSecond(), heapAfterCollection());
            }
        }
        table.print("A long backlog in " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB, " + perSecond
                + " every " + every + " s, positions: " + place + Settings.options());
    }

    private static double heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
}
