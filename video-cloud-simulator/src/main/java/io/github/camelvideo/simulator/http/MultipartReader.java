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
package io.github.camelvideo.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** Reads a multipart form of any size in little memory. For one request. */
final class MultipartReader extends MultiPart.AbstractPartsListener {

    /** Contents of this length and less are kept until it is known whether they are text. */
    private static final int KEPT_TEXT = 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private final List<FormPart> parts = new ArrayList<>();
    private final MessageDigest hash;
    private final ByteArrayOutputStream begin = new ByteArrayOutputStream();
    private long length;
    private Throwable problem;

    MultipartReader() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a body to its end.
     *
     * @return how many bytes it had
     */
    long read(InputStream body, String boundary) throws IOException {
        MultiPart.Parser parser = new MultiPart.Parser(boundary, this);
        parser.setMaxParts(-1);
        byte[] piece = new byte[PIECE];
        long read = 0;
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            read += n;
            if (problem != null) {
                return read + body.transferTo(OutputStream.nullOutputStream());
            }
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, n), false));
        }
        if (problem == null) {
            parser.parse(Content.Chunk.EOF);
        }
        return read;
    }

    /** The parts in their order, or null when the body was no multipart form. */
    List<FormPart> parts() {
        return problem == null ? List.copyOf(parts) : null;
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        ByteBuffer bytes = chunk.getByteBuffer();
        length += bytes.remaining();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        hash.update(copy);
        if (begin.size() < KEPT_TEXT) {
            begin.writeBytes(copy);
        }
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
        String text = fileName == null ? begin.toString(StandardCharsets.UTF_8) : null;
        String shownName = fileName == null ? null : fileName.replace("%22", "\"");
        parts.add(new FormPart(name, shownName, text, length, HexFormat.of().formatHex(hash.digest())));
        begin.reset();
        length = 0;
    }

    @Override
    public void onFailure(Throwable failure) {
        problem = failure;
    }
}
