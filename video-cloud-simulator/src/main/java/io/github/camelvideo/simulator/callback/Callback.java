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
package io.github.camelvideo.simulator.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * An event on its way to one address, as it is at the moment. Immutable.
 *
 * @param number 1 for the first since the start or {@link Callbacks#clear()}
 * @param api name of the API, such as {@code live}
 * @param event name of the event in the catalog
 * @param url where it goes
 * @param fields fields of the request without expiry and signature
 * @param createdAt when it happened, by the simulator's clock
 * @param state what became of it
 * @param attempts requests so far, oldest first
 */
public record Callback(
        long number,
        String api,
        String event,
        String url,
        ObjectNode fields,
        Instant createdAt,
        State state,
        List<Attempt> attempts) {

    /** What became of a callback. */
    public enum State {
        /** Another request follows. */
        WAITING,
        /** A request was answered with status 200 in time. */
        DELIVERED,
        /** No request was answered so, and none follows. */
        GIVEN_UP,
        /** {@link CallbackFault#DROP}: no request was sent, and none follows. */
        DROPPED
    }

    /**
     * One request.
     *
     * @param sentAt by the simulator's clock
     * @param request body as sent
     * @param status status of the response, or 0 without a response in time
     * @param response body of the response up to 64 KiB, empty without a response
     * @param answeredAt by the simulator's clock; without a response, when the request was abandoned
     * @param failure why there is no response, or null
     */
    public record Attempt(
            Instant sentAt, String request, int status, String response, Instant answeredAt, String failure) {

        static final int SUCCESS = 200;

        /** Whether it needs no repetition. */
        public boolean isSuccess() {
            return status == SUCCESS;
        }

        /** Without the bodies, which hold a signature. */
        @Override
        public String toString() {
            return failure == null ? "status " + status : failure;
        }
    }

    /** Without the address, whose path may be a secret. */
    @Override
    public String toString() {
        return api + "/" + event + " " + number + " " + state + " " + attempts;
    }
}
