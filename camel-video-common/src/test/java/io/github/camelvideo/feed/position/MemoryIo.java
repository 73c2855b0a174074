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

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A disk in memory that knows what was forced, can fail at any step, and can lose power. A step is everything that changes something.
 * Guarded by itself.
 */
final class MemoryIo implements JournalIo {

    /** What a power failure leaves of what was not forced. */
    enum Loss {
        NOTHING,
        ALL_NOT_FORCED,
        NAMES_NOT_FORCED,
        HALF_OF_THE_BYTES,
        ZEROS_FOR_BYTES
    }

    private final Map<Path, Content> names = new HashMap<>();
    private final Map<Path, Content> forcedNames = new HashMap<>();
    private int steps;
    private int failAt = Integer.MAX_VALUE;
    private int failures;
    private double partOfWrite;
    private int forces;

    private static final class Content {
        byte[] bytes = {};
        byte[] forced = {};
    }

    /** Step number {@code step} from now and the {@code count - 1} after it fail; a write that fails leaves a part of its bytes. */
    synchronized void failAt(int step, int count, double partOfWrite) {
        failAt = steps + step;
        failures = count;
        this.partOfWrite = partOfWrite;
    }

    synchronized void heal() {
        failAt = Integer.MAX_VALUE;
    }

    synchronized int steps() {
        return steps;
    }

    synchronized int forces() {
        return forces;
    }

    synchronized byte[] content(Path file) {
        return names.get(file).bytes.clone();
    }

    synchronized void content(Path file, byte[] bytes) {
        Content content = new Content();
        content.bytes = bytes.clone();
        content.forced = bytes.clone();
        names.put(file, content);
        forcedNames.put(file, content);
    }

    /** The disk as it is found after a power failure. Old handles must not be used any more. */
    synchronized MemoryIo after(Loss loss) {
        MemoryIo found = new MemoryIo();
        Map<Path, Content> left = loss == Loss.ALL_NOT_FORCED || loss == Loss.NAMES_NOT_FORCED ? forcedNames : names;
        left.forEach((file, content) -> found.content(file, left(content, loss)));
        return found;
    }

    private static byte[] left(Content content, Loss loss) {
        return switch (loss) {
            case NOTHING, NAMES_NOT_FORCED -> content.bytes;
            case ALL_NOT_FORCED -> content.forced;
            case HALF_OF_THE_BYTES ->
                Arrays.copyOf(content.bytes, (content.forced.length + content.bytes.length + 1) / 2);
            case ZEROS_FOR_BYTES -> {
                byte[] bytes = content.bytes.clone();
                if (content.forced.length < bytes.length) {
                    Arrays.fill(bytes, content.forced.length, bytes.length, (byte) 0);
                }
                yield bytes;
            }
        };
    }

    private void step() throws IOException {
        if (fails()) {
            throw new IOException("No space left on device");
        }
    }

    private boolean fails() {
        int step = steps++;
        return step >= failAt && step - failAt < failures;
    }

    @Override
    public synchronized Handle open(Path file) throws IOException {
        Content content = names.get(file);
        if (content == null) {
            step();
            content = new Content();
            names.put(file, content);
        }
        return new Open(content);
    }

    @Override
    public synchronized Handle openToRead(Path file) throws IOException {
        if (!names.containsKey(file)) {
            throw new FileNotFoundException(file.toString());
        }
        return new Open(names.get(file));
    }

    @Override
    public synchronized boolean exists(Path file) {
        return names.containsKey(file);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        if (names.containsKey(file)) {
            step();
            names.remove(file);
        }
    }

    @Override
    public synchronized void replace(Path source, Path target) throws IOException {
        step();
        names.put(target, names.remove(source));
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        step();
        forcedNames.clear();
        forcedNames.putAll(names);
    }

    private final class Open implements Handle {

        private final Content content;
        private boolean closed;

        Open(Content content) {
            this.content = content;
        }

        private void check() throws IOException {
            if (closed) {
                throw new IOException("closed");
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (MemoryIo.this) {
                check();
                return content.bytes.length;
            }
        }

        @Override
        public void read(long position, byte[] buffer) throws IOException {
            synchronized (MemoryIo.this) {
                check();
                if (position + buffer.length > content.bytes.length) {
                    throw new EOFException();
                }
                System.arraycopy(content.bytes, (int) position, buffer, 0, buffer.length);
            }
        }

        @Override
        public void write(long position, byte[] bytes) throws IOException {
            synchronized (MemoryIo.this) {
                check();
                boolean fails = fails();
                int count = fails ? (int) (bytes.length * partOfWrite) : bytes.length;
                int end = (int) position + count;
                if (end > content.bytes.length) {
                    content.bytes = Arrays.copyOf(content.bytes, end);
                }
                System.arraycopy(bytes, 0, content.bytes, (int) position, count);
                if (fails) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (MemoryIo.this) {
                check();
                step();
                content.bytes = Arrays.copyOf(content.bytes, (int) size);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryIo.this) {
                check();
                step();
                forces++;
                content.forced = content.bytes.clone();
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
