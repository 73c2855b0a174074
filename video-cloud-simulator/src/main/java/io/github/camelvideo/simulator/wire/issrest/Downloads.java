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
package io.github.camelvideo.simulator.wire.issrest;

import io.github.camelvideo.simulator.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that exports answer with: a small spreadsheet, or invented bytes of any number. Safe for use by many threads. */
public final class Downloads {

    private static final byte[] SPREADSHEET = spreadsheet();

    private volatile long size = -1;

    /** Files have so many bytes from now on, byte {@code i} being {@code i % 251}; a negative number restores the spreadsheet. */
    public void size(long bytes) {
        size = bytes;
    }

    Reply.Stream file() {
        long bytes = size;
        return bytes >= 0
                ? new Reply.Stream(bytes, () -> new Counting(bytes))
                : new Reply.Stream(SPREADSHEET.length, () -> new ByteArrayInputStream(SPREADSHEET));
    }

    private static byte[] spreadsheet() {
        try (InputStream file = Downloads.class.getResourceAsStream("download.xlsx")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource download.xlsx cannot be read", e);
        }
    }

    /** Bytes that count up to 250 again and again. */
    private static final class Counting extends InputStream {

        private static final int PERIOD = 251;

        private final long length;
        private long position;

        Counting(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return position == length ? -1 : (int) (position++ % PERIOD);
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (position == length) {
                return most == 0 ? 0 : -1;
            }
            int count = (int) Math.min(most, length - position);
            int next = (int) (position % PERIOD);
            for (int i = 0; i < count; i++) {
                into[offset + i] = (byte) next;
                next = next + 1 == PERIOD ? 0 : next + 1;
            }
            position += count;
            return count;
        }
    }
}
