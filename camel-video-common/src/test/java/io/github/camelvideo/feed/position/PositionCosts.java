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
package io.github.camelvideo.feed.position;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what a save costs in files. Not a test; run its main method with a directory on the disk to measure:
 * bytes written per item at 100 items a second and a lookback of 10 minutes, and saves per second with 1 and 64 threads.
 */
final class PositionCosts {

    private static final int REMEMBERED = 60_000;

    private PositionCosts() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "positions");
        CountingIo io = new CountingIo();
        bytesPerItem(directory, io);
        for (int threads : new int[] {1, 64}) {
            savesPerSecond(directory, io, threads);
        }
    }

    private static void bytesPerItem(Path directory, CountingIo io) {
        FileOffsetRepository repository = repository(directory, io, false);
        try (PositionStore store = repository.open("alarms")) {
            for (int i = 0; i < REMEMBERED; i++) {
                save(store, "", i);
            }
            long before = io.bytes.get();
            long forces = io.forces.get();
            int items = 4 * REMEMBERED;
            for (int i = 0; i < items; i++) {
                save(store, "", REMEMBERED + i);
            }
            System.out.println("bytes per item, " + REMEMBERED + " remembered, with compactions: "
                    + (io.bytes.get() - before) / items + "; journal "
                    + ((FilePositionStore) store).length() + " bytes; forces " + (io.forces.get() - forces));
            long start = System.nanoTime();
            int entries = store.load("").entries().size();
            System.out.println("load of " + entries + " entries: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        long start = System.nanoTime();
        repository.open("alarms").close();
        System.out.println("open with check of all: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        repository.stop();
    }

    private static void savesPerSecond(Path directory, CountingIo io, int threads) throws InterruptedException {
        FileOffsetRepository repository = repository(directory, io, true);
        long forces = io.forces.get();
        int each = threads == 1 ? 2000 : 500;
        try (PositionStore store = repository.open("devices " + threads)) {
            CountDownLatch done = new CountDownLatch(threads);
            long start = System.nanoTime();
            for (int thread = 0; thread < threads; thread++) {
                String partition = "p" + thread;
                new Thread(() -> {
                            for (int i = 0; i < each; i++) {
                                save(store, partition, i);
                            }
                            done.countDown();
                        })
                        .start();
            }
            done.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(threads + " threads: " + Math.round(threads * each / seconds) + " saves/s, "
                    + Math.round((io.forces.get() - forces) / seconds) + " forces/s");
        }
        repository.stop();
    }

    private static FileOffsetRepository repository(Path directory, CountingIo io, boolean sync) {
        FileOffsetRepository repository = new FileOffsetRepository(io, 256 * 1024);
        repository.setDirectory(directory.toString());
        repository.setSync(sync);
        repository.start();
        return repository;
    }

    /** One finished item: 100 a second, each forgotten after 10 minutes. */
    private static void save(PositionStore store, String partition, int number) {
        Instant time = PositionModel.START.plusMillis(10L * number);
        Instant bound = time.minusSeconds(600);
        String head = "{\"v\":2,\"kind\":\"log\",\"watermark\":\"" + time + "\",\"from\":\"" + bound + "\"}";
        List<PositionEntry> put = List.of(new PositionEntry("event-" + (1_700_000_000_000L + number), time, ""));
        store.save(partition, new PositionChange(head, put, Set.of(), bound, () -> new StoredPosition(head, put)));
    }

    /** A disk that counts what is written to it. */
    private static final class CountingIo implements JournalIo {

        private final JournalIo disk = new DiskIo();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong forces = new AtomicLong();

        @Override
        public Handle open(Path file) throws IOException {
            Handle handle = disk.open(file);
            return new Handle() {
                @Override
                public long size() throws IOException {
                    return handle.size();
                }

                @Override
                public void read(long position, byte[] buffer) throws IOException {
                    handle.read(position, buffer);
                }

                @Override
                public void write(long position, byte[] written) throws IOException {
                    bytes.addAndGet(written.length);
                    handle.write(position, written);
                }

                @Override
                public void truncate(long size) throws IOException {
                    handle.truncate(size);
                }

                @Override
                public void force() throws IOException {
                    forces.incrementAndGet();
                    handle.force();
                }

                @Override
                public void close() throws IOException {
                    handle.close();
                }
            };
        }

        @Override
        public Handle openToRead(Path file) throws IOException {
            return disk.openToRead(file);
        }

        @Override
        public boolean exists(Path file) {
            return disk.exists(file);
        }

        @Override
        public void delete(Path file) throws IOException {
            disk.delete(file);
        }

        @Override
        public void replace(Path source, Path target) throws IOException {
            disk.replace(source, target);
        }

        @Override
        public void forceDirectory(Path directory) throws IOException {
            disk.forceDirectory(directory);
        }
    }
}
