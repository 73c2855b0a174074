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
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Reads a journal from begin to end and checks all of it. Not thread-safe.
 *
 * <p>A bad frame that nothing valid follows is the torn tail of a crash: it was never acknowledged, and the journal ends before it. A bad
 * frame before a valid one is damage to something that was acknowledged, and is refused.
 */
final class JournalScan {

    private static final int CHUNK = 64 * 1024;

    private final JournalIo.Handle file;
    private final long size;
    private final JournalHeader.Read header;
    private long end;

    /** @throws DamagedJournalException when the file does not begin as a journal */
    JournalScan(JournalIo.Handle file) throws IOException {
        this.file = file;
        this.size = file.size();
        this.header = JournalHeader.read(file);
        this.end = header.length();
    }

    String feed() {
        return header.feed();
    }

    /** After the last valid frame; what lies behind is a torn tail. */
    long end() {
        return end;
    }

    long size() {
        return size;
    }

    /** @throws DamagedJournalException when something in the middle is damaged */
    void run(Consumer<JournalFrame.Placed> records) throws IOException {
        byte[] body = bodyAt(end);
        while (body != null) {
            for (JournalFrame.Placed placed : decoded(body)) {
                records.accept(placed);
            }
            end += JournalFrame.HEADER + body.length;
            body = bodyAt(end);
        }
        long valid = end < size ? nextValid(end + 1) : -1;
        if (valid >= 0) {
            throw new DamagedJournalException(
                    "the bytes from " + end + " on are damaged, and valid records follow at " + valid);
        }
    }

    private Iterable<JournalFrame.Placed> decoded(byte[] body) throws IOException {
        try {
            return JournalFrame.records(end, body);
        } catch (IOException e) {
            DamagedJournalException damaged =
                    new DamagedJournalException("the frame at " + end + " has a valid checksum, but " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** The body of the frame at an offset, or null when there is no valid one. */
    private byte[] bodyAt(long offset) throws IOException {
        if (size - offset < JournalFrame.HEADER) {
            return null;
        }
        byte[] bytes = new byte[JournalFrame.HEADER];
        file.read(offset, bytes);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int length = header.getInt(4);
        if (header.getInt(0) != JournalFrame.MARKER || length < 0 || length > size - offset - JournalFrame.HEADER) {
            return null;
        }
        byte[] body = new byte[length];
        file.read(offset + JournalFrame.HEADER, body);
        return JournalFrame.matches(header, body) ? body : null;
    }

    /** Where the next valid frame begins, or -1. */
    private long nextValid(long from) throws IOException {
        for (long at = from; at + JournalFrame.HEADER <= size; at += CHUNK) {
            // chunks overlap by the marker's length less one, so that no marker is cut
            byte[] chunk = new byte[(int) Math.min(CHUNK + 3L, size - at)];
            file.read(at, chunk);
            ByteBuffer bytes = ByteBuffer.wrap(chunk);
            for (int i = 0; i + 4 <= chunk.length; i++) {
                if (bytes.getInt(i) == JournalFrame.MARKER && bodyAt(at + i) != null) {
                    return at + i;
                }
            }
        }
        return -1;
    }
}
