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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What goes back, and how.
 *
 * @param headers besides {@code Date} and {@code Content-Length}
 * @param stream a body too large to keep in memory, or null; there is no other body then
 * @param delivery whether it arrives in one piece
 * @param pause between two pieces of a slow body
 */
public record Reply(
        int status, Map<String, String> headers, byte[] body, Stream stream, Delivery delivery, Duration pause) {

    private static final byte[] NOTHING = {};

    /**
     * A body that is made while it is sent.
     *
     * @param open opens it; it has at least so many bytes as length says
     */
    public record Stream(long length, Supplier<InputStream> open) {}

    /** How a reply reaches the client. */
    public enum Delivery {
        WHOLE,
        /** Nothing is sent, the connection stays open. */
        NEVER,
        /** Nothing is sent, the connection is closed. */
        CUT_BEFORE_ANSWER,
        /** Half of the body is sent, then the connection is closed. */
        CUT_IN_BODY,
        /** The body comes in pieces with pauses. */
        SLOW
    }

    /** A reply whose body is in memory. */
    public Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery, Duration pause) {
        this(status, headers, body, null, delivery, pause);
    }

    /** A reply in one piece. */
    public static Reply of(int status, String contentType, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", contentType),
                body.getBytes(StandardCharsets.UTF_8),
                null,
                Delivery.WHOLE,
                Duration.ZERO);
    }

    /** A reply in one piece, with a body that is made while it is sent. */
    public static Reply of(int status, String contentType, Stream stream) {
        return new Reply(status, Map.of("Content-Type", contentType), NOTHING, stream, Delivery.WHOLE, Duration.ZERO);
    }

    /** The same reply with one header more. */
    public Reply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), body, stream, delivery, pause);
    }

    /** How many bytes the body has. */
    public long length() {
        return stream == null ? body.length : stream.length();
    }

    /** Opens the body. */
    InputStream open() {
        return stream == null ? new ByteArrayInputStream(body) : stream.open().get();
    }

    /** The first half of the body as if it were all. */
    public Reply half() {
        if (stream == null) {
            return withBody(Arrays.copyOf(body, body.length / 2));
        }
        return new Reply(status, headers, body, new Stream(stream.length() / 2, stream.open()), delivery, pause);
    }

    /** The same reply with another body. */
    public Reply withBody(byte[] newBody) {
        return new Reply(status, headers, newBody, null, delivery, pause);
    }

    /** The same reply, delivered in another way. */
    public Reply delivered(Delivery newDelivery) {
        return new Reply(status, headers, body, stream, newDelivery, pause);
    }

    /** The same reply in pieces with pauses between them. */
    public Reply slow(Duration newPause) {
        return new Reply(status, headers, body, stream, Delivery.SLOW, newPause);
    }
}
