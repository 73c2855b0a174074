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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A world on disk: changes as JSON lines, only ever appended.
 *
 * <p>A line is handed to the operating system before its change becomes visible, so a killed process loses nothing that
 * anyone has seen; a half-written last line is cut off at the next start. A crash of the machine itself may lose the tail.
 */
final class WorldFile implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(WorldFile.class);
    private static final ObjectMapper JSON = new ObjectMapper()
            // what records derive from their components is not written
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, new ToStringSerializer(Instant.class))
                    .addDeserializer(Instant.class, new InstantReader()));

    private final Path path;
    private final FileChannel file;

    private WorldFile(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /** Opens or makes the file and hands every change found in it to the replay, in order. */
    static WorldFile open(Path path, Consumer<Change> replay) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            WorldFile world = new WorldFile(path, file);
            try {
                world.lock();
                world.replay(replay);
                return world;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("World file " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private void lock() throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(
                    "it is in use by another simulator of this process. Close that one or choose another file", e);
        }
        throw new IOException("it is in use by another process. Stop that one or choose another file");
    }

    private void replay(Consumer<Change> replay) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.size())];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining() && file.read(target) >= 0) {
            // read on until the buffer is full
        }
        int start = 0;
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                replay.accept(read(new String(bytes, start, i - start, StandardCharsets.UTF_8), line++));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            LOG.warn(
                    "World file {}: the last line was half written ({} bytes) and is cut off",
                    path,
                    bytes.length - start);
            file.truncate(start);
        }
        file.position(start);
    }

    private Change read(String text, int line) throws IOException {
        try {
            return JSON.readValue(text, Change.class);
        } catch (JsonProcessingException e) {
            throw new IOException("line " + line + " must be a change of a world: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void append(List<Change> changes) {
        try {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (Change change : changes) {
                lines.write(JSON.writerFor(Change.class).writeValueAsBytes(change));
                lines.write('\n');
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("World file " + path + " cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("World file " + path + " cannot be closed", e);
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
