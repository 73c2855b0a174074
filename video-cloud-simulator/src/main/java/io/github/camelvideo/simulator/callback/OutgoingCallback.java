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
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.simulator.callback.Callback.Attempt;
import io.github.camelvideo.simulator.callback.Callback.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A callback with what is needed to send it. Its state is guarded by the lock of the queue. */
final class OutgoingCallback {

    /** By the moment of the next request; of equal moments, in the order in which they were queued. */
    static final Comparator<OutgoingCallback> BY_DUE =
            Comparator.comparing((OutgoingCallback each) -> each.due).thenComparing(each -> each.place);

    /** Where the catalog says nothing. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(20);

    private final long number;
    private final String api;
    private final String event;
    private final String url;
    private final ObjectNode fields;
    private final Instant createdAt;
    private final CallbackSpec.Repeat repeat;
    private final CallbackBody body;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.WAITING;
    private Instant due;
    private long place;

    OutgoingCallback(Callback made, CallbackSpec.Repeat repeat, CallbackBody body) {
        this.number = made.number();
        this.api = made.api();
        this.event = made.event();
        this.url = made.url();
        this.fields = made.fields();
        this.createdAt = made.createdAt();
        this.repeat = repeat;
        this.body = body;
    }

    Callback shown() {
        return new Callback(number, api, event, url, fields.deepCopy(), createdAt, state, List.copyOf(attempts));
    }

    String url() {
        return url;
    }

    /** How long the vendor waits for a response, in real time. */
    Duration answerWithin() {
        return repeat.answerWithin() == null ? USUAL_WAIT : repeat.answerWithin();
    }

    State state() {
        return state;
    }

    Instant due() {
        return due;
    }

    void dueAt(Instant moment, long newPlace) {
        due = moment;
        place = newPlace;
    }

    void drop() {
        state = State.DROPPED;
    }

    /**
     * The body of the next request.
     *
     * @param renewed whether a repetition has an expiry of its own
     */
    String body(Instant now, boolean renewed) {
        return body.text(
                fields, renewed || attempts.isEmpty() ? now : attempts.get(0).sentAt());
    }

    /** Takes the result of a request and says when the next is due, or null when none follows. */
    Instant answered(Attempt attempt) {
        attempts.add(attempt);
        if (attempt.isSuccess()) {
            state = State.DELIVERED;
        } else if (repeat.every() == null || attempts.size() > repeat.times()) {
            state = State.GIVEN_UP;
        } else {
            return attempt.sentAt().plus(repeat.every());
        }
        return null;
    }
}
