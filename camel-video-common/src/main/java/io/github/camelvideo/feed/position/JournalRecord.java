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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One record of a journal: a change of a partition's position, or its deletion. Immutable.
 *
 * <p>Encoded with numbers in big-endian order; a text is its number of bytes and its UTF-8 bytes, a time is a flag, seconds and
 * nanoseconds:
 *
 * <pre>type (1 byte) · partition · head · forgetBefore · count of removed · key… · count of put · (key, time, state)…</pre>
 *
 * A deletion ends after the partition.
 *
 * @param head null for a deletion
 */
record JournalRecord(
        String partition, String head, Instant forgetBefore, Set<String> removed, List<PositionEntry> put) {

    private static final byte CHANGE = 1;
    private static final byte DELETION = 2;
    /** Follows the records that a compaction has written; see {@link Journal}. */
    private static final byte BASE = 3;

    private static final JournalRecord BASE_MARK = new JournalRecord("", null, null, Set.of(), List.of());

    static JournalRecord of(String partition, PositionChange change) {
        return new JournalRecord(partition, change.head(), change.forgetBefore(), change.removed(), change.put());
    }

    static JournalRecord of(String partition, StoredPosition whole) {
        return new JournalRecord(partition, whole.head(), null, Set.of(), List.copyOf(whole.entries()));
    }

    static JournalRecord deletion(String partition) {
        return new JournalRecord(partition, null, null, Set.of(), List.of());
    }

    static JournalRecord baseMark() {
        return BASE_MARK;
    }

    boolean isBaseMark() {
        return this == BASE_MARK;
    }

    boolean isDeletion() {
        return head == null && !isBaseMark();
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(isBaseMark() ? BASE : isDeletion() ? DELETION : CHANGE);
            text(out, partition);
            if (head != null) {
                text(out, head);
                time(out, forgetBefore);
                out.writeInt(removed.size());
                for (String key : removed) {
                    text(out, key);
                }
                out.writeInt(put.size());
                for (PositionEntry entry : put) {
                    text(out, entry.key());
                    time(out, entry.time());
                    text(out, entry.state());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not exactly one record */
    static JournalRecord decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte type = in.readByte();
            String partition = text(in);
            JournalRecord record =
                    switch (type) {
                        case CHANGE -> change(in, partition);
                        case DELETION -> deletion(partition);
                        case BASE -> BASE_MARK;
                        default -> throw new IOException("unknown type " + type + " of a record");
                    };
            if (in.available() > 0) {
                throw new IOException(in.available() + " bytes behind a record");
            }
            return record;
        }
    }

    private static JournalRecord change(DataInputStream in, String partition) throws IOException {
        String head = text(in);
        Instant forgetBefore = time(in);
        int removals = in.readInt();
        Set<String> removed = new LinkedHashSet<>();
        for (int i = 0; i < removals; i++) {
            removed.add(text(in));
        }
        int puts = in.readInt();
        List<PositionEntry> put = new ArrayList<>();
        for (int i = 0; i < puts; i++) {
            put.add(new PositionEntry(text(in), time(in), text(in)));
        }
        return new JournalRecord(partition, head, forgetBefore, removed, put);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes, where " + in.available() + " are left");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void time(DataOutputStream out, Instant time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        }
    }

    private static Instant time(DataInputStream in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }
}
