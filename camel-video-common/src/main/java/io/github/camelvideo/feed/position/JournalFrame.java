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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a journal appends and forces as one: the records of all threads that commit together.
 *
 * <pre>marker (4 bytes) · length of the rest (4) · CRC32C of length and rest (4) · for each record: length (4) · CRC32C (4) · record</pre>
 *
 * <p>The outer checksum tells a frame that was not written completely; the inner one lets a record be read without its frame. As only
 * one frame is written at a time, and the next one after it is forced, a frame that a crash left incomplete is always the last one.
 */
final class JournalFrame {

    static final int MARKER = 0x43565046; // CVPF
    static final int HEADER = 12;

    private static final int RECORD_HEADER = 8;

    private JournalFrame() {}

    /** Where a record lies in a journal, with the header that tells its length and checksum. */
    record Place(long offset, int length) {
        Place movedBy(long distance) {
            return new Place(offset + distance, length);
        }
    }

    /** A record, and where it lies relative to the begin of its frame. */
    record Placed(JournalRecord record, Place place) {}

    static byte[] encode(List<byte[]> records) {
        int length = records.stream()
                .mapToInt(record -> RECORD_HEADER + record.length)
                .reduce(0, Math::addExact);
        ByteBuffer frame = ByteBuffer.allocate(Math.addExact(HEADER, length));
        frame.putInt(MARKER).putInt(length).putInt(0);
        for (byte[] record : records) {
            frame.putInt(record.length)
                    .putInt(checksum(record.length, record, 0, record.length))
                    .put(record);
        }
        byte[] bytes = frame.array();
        frame.putInt(8, checksum(length, bytes, HEADER, length));
        return bytes;
    }

    /** The places of records of these sizes in one frame that begins at the offset. */
    static List<Place> places(long offset, List<byte[]> records) {
        List<Place> places = new ArrayList<>();
        long at = offset + HEADER;
        for (byte[] record : records) {
            places.add(new Place(at, RECORD_HEADER + record.length));
            at += RECORD_HEADER + record.length;
        }
        return places;
    }

    /** Whether the body belongs to the header. */
    static boolean matches(ByteBuffer header, byte[] body) {
        return checksum(body.length, body, 0, body.length) == header.getInt(8);
    }

    /** The records of a body whose frame begins at the offset. */
    static List<Placed> records(long offset, byte[] body) throws IOException {
        List<Placed> records = new ArrayList<>();
        int at = 0;
        while (at < body.length) {
            int left = body.length - at;
            int length = left < RECORD_HEADER ? -1 : ByteBuffer.wrap(body).getInt(at);
            if (length < 0 || length > left - RECORD_HEADER) {
                throw new IOException("a record does not fit its frame");
            }
            byte[] record = new byte[RECORD_HEADER + length];
            System.arraycopy(body, at, record, 0, record.length);
            records.add(new Placed(record(record), new Place(offset + HEADER + at, record.length)));
            at += record.length;
        }
        return records;
    }

    /** @param bytes what lies at the place of a record */
    static JournalRecord record(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int length = buffer.getInt();
        int checksum = buffer.getInt();
        if (length != buffer.remaining() || checksum != checksum(length, bytes, RECORD_HEADER, length)) {
            throw new IOException("the checksum of a record is wrong");
        }
        byte[] record = new byte[length];
        buffer.get(record);
        return JournalRecord.decode(record);
    }

    private static int checksum(int length, byte[] bytes, int offset, int count) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(4).putInt(0, length));
        checksum.update(bytes, offset, count);
        return (int) checksum.getValue();
    }
}
