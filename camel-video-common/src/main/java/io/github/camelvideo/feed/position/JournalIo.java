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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The file operations of a journal, in one place so that tests can make each of them fail. All methods may be called by several threads. */
interface JournalIo {

    /** Opens a file for reading and writing; makes it where it is missing. */
    Handle open(Path file) throws IOException;

    /** Opens a file for reading. */
    Handle openToRead(Path file) throws IOException;

    boolean exists(Path file);

    void delete(Path file) throws IOException;

    /** Puts one file in the place of another in one step. Neither may be open. */
    void replace(Path source, Path target) throws IOException;

    /** Makes the names in a directory survive a power failure. */
    void forceDirectory(Path directory) throws IOException;

    /** One open file. */
    interface Handle extends Closeable {

        long size() throws IOException;

        /** Reads until the buffer is full; the range must lie within the file. */
        void read(long position, byte[] buffer) throws IOException;

        void write(long position, byte[] bytes) throws IOException;

        void truncate(long size) throws IOException;

        /** Makes the content and the size survive a power failure. */
        void force() throws IOException;
    }
}
