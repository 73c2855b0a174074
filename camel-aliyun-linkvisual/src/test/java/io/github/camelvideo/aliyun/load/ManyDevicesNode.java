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
package io.github.camelvideo.aliyun.load;

import io.github.camelvideo.aliyun.AliyunLinkVisualConstants;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/** The consumer of {@link ManyDevices}: stops in the middle of the backlog, starts again, ends it and polls some more. */
final class ManyDevicesNode {

    /** Begins the lines that are meant for the one who started this. */
    static final String TELLS = "> ";

    private static final int QUIET_POLLS = 4;
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final double NANOS = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final BufferedWriter ids;
    private final AtomicInteger delivered = new AtomicInteger();
    private long last = System.nanoTime();

    private ManyDevicesNode(BufferedWriter ids) {
        this.ids = ids;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        int events = Integer.parseInt(arguments[2]);
        String options = "rateLimit=" + arguments[3] + "&startFrom=" + arguments[4];
        try (BufferedWriter ids = Files.newBufferedWriter(directory.resolve("delivered"))) {
            new ManyDevicesNode(ids).run(arguments[0], directory, events, options);
        }
    }

    private void run(String cloud, Path directory, int events, String options) throws Exception {
        String devices = "file:" + directory.resolve("devices");
        FileOffsetRepository positions =
                new FileOffsetRepository(directory.resolve("positions").toString());
        tell("up");
        try (EventsNode node = new EventsNode(cloud, positions, devices, options, this::write)) {
            node.await("half of the events", LONG, () -> delivered.get() >= events / 2);
        }
        tell("half of the backlog and the stop");
        try (EventsNode node = new EventsNode(cloud, positions, devices, options, this::write)) {
            node.await("the backlog", LONG, () -> node.polls() >= 1);
            tell("start and the rest of the backlog");
            for (int i = 2; i <= 1 + QUIET_POLLS; i++) {
                int polls = i;
                node.await("a poll", LONG, () -> node.polls() >= polls);
                tell("poll without anything new");
            }
        }
    }

    private synchronized void write(Exchange exchange) throws IOException {
        ids.write(exchange.getMessage().getHeader(AliyunLinkVisualConstants.ITEM_KEY, String.class));
        ids.newLine();
        delivered.incrementAndGet();
    }

    private void tell(String what) {
        long now = System.nanoTime();
        System.out.printf(
                "%s%s: %.1f s, %d delivered, %.1f MiB of heap after a collection%n",
                TELLS, what, (now - last) / NANOS, delivered.get(), heap());
        last = System.nanoTime();
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
