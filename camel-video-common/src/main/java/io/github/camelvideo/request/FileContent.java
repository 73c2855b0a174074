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
package io.github.camelvideo.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * What a parameter of type {@code File} carries: content that is opened when it is sent, again for each attempt where that is
 * possible. Stands among the other parameters as the value of a {@link POJONode}. Thread-safe as far as its source is.
 */
public final class FileContent {

    private final String name;
    private final Path path;
    private final byte[] bytes;
    private final InputStream stream;
    private final AtomicBoolean streamTaken = new AtomicBoolean();

    private FileContent(String name, Path path, byte[] bytes, InputStream stream) {
        this.name = name == null ? null : withoutDirectories(name);
        this.path = path;
        this.bytes = bytes;
        this.stream = stream;
    }

    /**
     * The content a route hands over: a {@link File}, {@link Path}, file of a file component, bytes, stream or text.
     *
     * @param name file name to send where the value has none of its own, or null
     * @return null when the value is nothing of the kind
     */
    static FileContent from(Object value, String name) {
        if (value instanceof WrappedFile<?> polled) {
            return from(polled.getBody() == null ? polled.getFile() : polled.getBody(), name);
        }
        if (value instanceof FileContent content) {
            return content;
        }
        if (value instanceof File file) {
            return from(file.toPath(), name);
        }
        if (value instanceof Path path) {
            return new FileContent(name == null ? path.getFileName().toString() : name, path, null, null);
        }
        if (value instanceof byte[] content) {
            return new FileContent(name, null, content, null);
        }
        if (value instanceof InputStream content) {
            return new FileContent(name, null, null, content);
        }
        return value instanceof String text
                ? new FileContent(name, null, text.getBytes(StandardCharsets.UTF_8), null)
                : null;
    }

    private static String withoutDirectories(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** What a parameter's value carries, or null when it is not a file. */
    public static FileContent of(JsonNode value) {
        return value instanceof POJONode node && node.getPojo() instanceof FileContent content ? content : null;
    }

    JsonNode asNode() {
        return new POJONode(this);
    }

    /** File name, without directories, or null. */
    public String name() {
        return name;
    }

    /**
     * Length in bytes, or -1 when it is not known before the content was read.
     *
     * @throws IOException when the file is gone
     */
    public long length() throws IOException {
        if (path != null) {
            return Files.size(path);
        }
        if (bytes != null) {
            return bytes.length;
        }
        return stream instanceof StreamCache cache ? cache.length() : -1;
    }

    /**
     * Opens the content; the caller closes it.
     *
     * @throws IOException when the file is gone, or a stream was taken before
     */
    public InputStream open() throws IOException {
        if (path != null) {
            return Files.newInputStream(path);
        }
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        boolean first = streamTaken.compareAndSet(false, true);
        if (stream instanceof StreamCache cache) {
            cache.reset();
        } else if (!first) {
            throw new IOException("The stream has been read already. A file or bytes can be read again");
        }
        return stream;
    }

    /** Whether {@link #open} can give the whole content now. */
    public boolean isReadable() {
        return stream == null || stream instanceof StreamCache || !streamTaken.get();
    }

    /** What is in the way of reading a file, or null. */
    String problem() {
        if (path == null) {
            return null;
        }
        if (!Files.exists(path)) {
            return "file '" + path + "' does not exist";
        }
        return Files.isDirectory(path) || !Files.isReadable(path) ? "file '" + path + "' cannot be read" : null;
    }

    /** Tells where the content is, not what it is. */
    @Override
    public String toString() {
        if (path != null) {
            return "file " + path;
        }
        return bytes == null ? "a stream" : bytes.length + " bytes";
    }
}
