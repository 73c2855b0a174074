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
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** How often the positions of many partitions are written while none of them has anything new. */
final class QuietPartitions {

    private static final int SPEED = 100;

    private QuietPartitions() {}

    public static void main(String[] args) throws Exception {
        int partitions = Settings.number("partitions", 200);
        int delay = Settings.number("delay", 10);
        int measured = Settings.number("seconds", 3_600);
        CountingRepository positions = new CountingRepository();
        List<String> devices =
                IntStream.range(0, partitions).mapToObj(Integer::toString).toList();
        Table table = new Table("minutes", "partitions", "reads", "writes", "writes/read");
        try (VendorProcess vendor = VendorProcess.live(1, SPEED, 1, 1);
                Feed feed = new Feed(
                        vendor,
                        vendor.clock,
                        Map.of("offsets", positions, "devices", devices),
                        "initialDelay=0&forEach=DeviceId&forEachIn=#devices&offsetRepository=#offsets&delay="
                                + delay * 1000 / SPEED)) {
            feed.start();
            // the first read of each makes its position
            Thread.sleep(Duration.ofSeconds(5).toMillis());
            long calls = vendor.calls();
            long writes = positions.writes.get();
            Thread.sleep(Duration.ofSeconds(measured / SPEED).toMillis());
            long read = vendor.calls() - calls;
            long written = positions.writes.get() - writes;
            table.row(measured / 60, partitions, read, written, (double) written / read);
        }
        table.print("Quiet partitions, a poll every " + delay + " s or as often as it can" + Settings.options());
    }

    private static final class CountingRepository extends MemoryStateRepository {

        private final AtomicLong writes = new AtomicLong();

        @Override
        public void setState(String key, String value) {
            writes.incrementAndGet();
            super.setState(key, value);
        }
    }
}
