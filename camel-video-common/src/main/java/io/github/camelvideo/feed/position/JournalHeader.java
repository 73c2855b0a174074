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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The begin of a journal: what the file is, and the name of its feed.
 *
 * <pre>magic (8 bytes) · version (4) · length of the name (4) · name in UTF-8 · CRC32C of all before (4)</pre>
 *
 * The magic number has a byte beyond ASCII, a line end of Windows and one of Unix, so that a file sent as text is noticed. A header is
 * written to a new file before the file gets its name, so it is never incomplete unless the file was damaged.
 */
final class JournalHeader {

    static final int VERSION = 1;

    private static final byte[] MAGIC = {(byte) 0x89, 'C', 'V', 'P', 'J', '\r', '\n', 0x1a};
    private static final int FIXED = MAGIC.length + 8;
    private static final int LONGEST_NAME = 64 * 1024;

    private JournalHeader() {}

    static byte[] of(String feed) {
        byte[] name = feed.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(FIXED + name.length + 4);
        header.put(MAGIC).putInt(VERSION).putInt(name.length).put(name);
        return header.putInt(checksum(header.array())).array();
    }

    /** A name and how many bytes the header has. */
    record Read(String feed, int length) {}

    /** @throws DamagedJournalException when the file does not begin with a header this release can read */
    static Read read(JournalIo.Handle file) throws IOException {
        long size = file.size();
        if (size == 0) {
            throw new DamagedJournalException("it is empty");
        }
        byte[] fixed = new byte[(int) Math.min(size, FIXED)];
        file.read(0, fixed);
        if (size < FIXED || !Arrays.equals(fixed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedJournalException("it does not begin as a journal of positions");
        }
        ByteBuffer numbers = ByteBuffer.wrap(fixed, MAGIC.length, 8);
        int version = numbers.getInt();
        int length = numbers.getInt();
        if (version > VERSION) {
            throw new DamagedJournalException("it has version " + version + ". This release reads up to version "
                    + VERSION + "; a newer release wrote it");
        }
        if (length < 0 || length > LONGEST_NAME || FIXED + length + 4 > size) {
            throw new DamagedJournalException("its header is damaged");
        }
        byte[] header = new byte[FIXED + length + 4];
        file.read(0, header);
        if (version < 1 || ByteBuffer.wrap(header).getInt(FIXED + length) != checksum(header)) {
            throw new DamagedJournalException("its header is damaged");
        }
        return new Read(new String(header, FIXED, length, StandardCharsets.UTF_8), header.length);
    }

    private static int checksum(byte[] header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header, 0, header.length - 4);
        return (int) checksum.getValue();
    }
}
