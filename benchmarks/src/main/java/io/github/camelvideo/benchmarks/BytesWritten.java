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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Bytes written for each item while items come at an even rate and the lookback is full. Two figures, from the kernel's counters of this
 * process: what was written to files, and what that made the kernel write to the disk, in whole blocks.
 */
final class BytesWritten {

    private static final int LOOKBACK = 600;

    private BytesWritten() {}

    public static void main(String[] args) throws Exception {
        int perSecond = Settings.number("perSecond", 100);
        int catchUp = Settings.number("catchUpSeconds", 120);
        int measured = Settings.number("seconds", 30);
        String place = Settings.text("repository", "file");
        Table table = new Table(
                "state",
                "items",
                "items/s",
                "file bytes/item",
                "disk bytes/item",
                "position bytes",
                "delivered before");
        try (VendorProcess vendor = VendorProcess.live(perSecond, 1, LOOKBACK, catchUp + measured + 60);
                Positions positions = Positions.open(place);
                Feed feed = Feed.of(
                        vendor, positions, "initialDelay=0&delay=1000&lookback=PT10M&startFrom=" + vendor.first)) {
            feed.start();
            long deadline = System.nanoTime() + Duration.ofSeconds(catchUp).toNanos();
            boolean caughtUp = false;
            while (!caughtUp && System.nanoTime() < deadline) {
                caughtUp = feed.await(vendor.happened() - 3L * perSecond, Duration.ofSeconds(1));
            }
            int items = feed.delivered();
            long received = vendor.received();
            Counters before = Counters.now();
            Thread.sleep(Duration.ofSeconds(measured).toMillis());
            Counters after = Counters.now();
            // sockets are written to as well
            double toFiles = after.written - before.written - (vendor.received() - received);
            int delivered = feed.delivered() - items;
            table.row(
                    caughtUp ? "caught up" : "still behind",
                    delivered,
                    (double) delivered / measured,
                    toFiles / delivered,
                    (double) (after.disk - before.disk) / delivered,
                    Positions.size(),
                    items);
        }
        table.print("Bytes written, " + perSecond + " items a second, lookback 10 min, positions: " + place
                + Settings.options());
    }

    /**
     * @param written bytes given to the kernel, for files and sockets
     * @param disk bytes that had to go to the disk
     */
    private record Counters(long written, long disk) {

        static Counters now() throws IOException {
            Path io = Path.of("/proc/self/io");
            if (!Files.exists(io)) {
                throw new IllegalStateException("This benchmark reads " + io + ", which Linux has");
            }
            long written = 0;
            long disk = 0;
            for (String line : Files.readAllLines(io)) {
                long value = Long.parseLong(line.substring(line.indexOf(' ') + 1));
                if (line.startsWith("wchar:")) {
                    written = value;
                } else if (line.startsWith("write_bytes:")) {
                    disk = value;
                }
            }
            return new Counters(written, disk);
        }
    }
}
