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

import io.github.camelvideo.benchmarks.vendor.FastClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/** A million items of a feed that was offline for weeks, in a heap of 256 MB: how long it takes, and whether the heap stays the same. */
final class MillionItems {

    private static final int PARTS = 10;
    private static final Duration OFFLINE = Duration.ofDays(45).plusHours(2);

    private MillionItems() {}

    public static void main(String[] args) throws Exception {
        Subject subject = Subject.chosen();
        int items = Settings.number("items", subject == Subject.SNAPSHOT ? 100_000 : 1_000_000);
        int partitions = Settings.number("partitions", 16);
        String place = Settings.text("repository", "memory");
        Table table = new Table("items", "seconds", "items/s", "heap MB after GC", "calls", "repeated");
        try (VendorProcess vendor = vendor(subject, items, partitions);
                Positions positions = Positions.open(place)) {
            String options = subject.options(partitions) + "initialDelay=0&delay=10";
            if (subject != Subject.SNAPSHOT) {
                options += "&startFrom=" + vendor.first;
            }
            run(vendor, positions, options, items, table);
            if (subject == Subject.SNAPSHOT) {
                vendor.change();
                run(vendor, positions, options, items, table);
            }
        }
        table.print("A long backlog of a " + subject + " in "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB, positions: " + place + Settings.options());
    }

    private static void run(VendorProcess vendor, Positions positions, String options, int items, Table table)
            throws Exception {
        try (Feed feed = Feed.of(vendor, positions, options)) {
            long deadline = System.nanoTime() + Settings.time(300).toNanos();
            feed.start();
            boolean inTime = true;
            for (int part = 1; part <= PARTS && inTime; part++) {
                inTime = feed.await((long) items * part / PARTS, Duration.ofNanos(deadline - System.nanoTime()));
                table.row(
                        feed.delivered(),
                        feed.seconds(),
                        feed.perSecond(),
                        heapAfterCollection(),
                        vendor.calls(),
                        feed.repeated());
            }
        }
    }

    private static VendorProcess vendor(Subject subject, int items, int partitions) throws IOException {
        FastClock clock = FastClock.startingNow(1);
        Instant first = Instant.ofEpochSecond(clock.instant().minus(OFFLINE).getEpochSecond() / 60 * 60);
        return switch (subject) {
            case LOG -> VendorProcess.past(items, Settings.number("perSecond", 1), Settings.number("every", 2));
            case REVISIONS -> {
                int atOnce = Settings.number("perSecond", 1);
                int every = (int) Math.max(1, OFFLINE.toSeconds() * atOnce / items);
                yield VendorProcess.start(subject, clock, first, atOnce, every, items);
            }
            case SERIES -> {
                int codes = Settings.number("perSecond", 1);
                yield VendorProcess.start(subject, clock, first, codes, 0, items / partitions / codes);
            }
            case SNAPSHOT -> VendorProcess.start(subject, clock, first, 1, 0, items);
        };
    }

    private static double heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
}
