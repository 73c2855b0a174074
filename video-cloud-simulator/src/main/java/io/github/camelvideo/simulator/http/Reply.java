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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What goes back, and how.
 *
 * @param headers besides {@code Date} and {@code Content-Length}
 * @param delivery whether it arrives in one piece
 * @param pause between two pieces of a slow body
 */
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery, Duration pause) {

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

    /** A reply in one piece. */
    public static Reply of(int status, String contentType, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", contentType),
                body.getBytes(StandardCharsets.UTF_8),
                Delivery.WHOLE,
                Duration.ZERO);
    }

    /** The same reply with another body. */
    public Reply withBody(byte[] newBody) {
        return new Reply(status, headers, newBody, delivery, pause);
    }

    /** The same reply, delivered in another way. */
    public Reply delivered(Delivery newDelivery) {
        return new Reply(status, headers, body, newDelivery, pause);
    }

    /** The same reply in pieces with pauses between them. */
    public Reply slow(Duration newPause) {
        return new Reply(status, headers, body, Delivery.SLOW, newPause);
    }
}
