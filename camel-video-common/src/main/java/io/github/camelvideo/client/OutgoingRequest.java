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
package io.github.camelvideo.client;

import io.github.camelvideo.protocol.TransportException;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Request;

/** A request ready to be sent, or under way. Thread-safe. */
final class OutgoingRequest {

    /** How OkHttp tells of a stream of HTTP/2 that the server has not processed: that is what the code promises (RFC 9113, 8.7). */
    private static final String NOT_PROCESSED = "stream was reset: REFUSED_STREAM";

    /**
     * What an action tells of its requests.
     *
     * @param download whether the answer may be a file
     * @param mutates whether it must not be sent again in doubt
     */
    record Traits(boolean download, boolean mutates) {

        static final Traits NONE = new Traits(false, false);
    }

    private final String name;
    private final BaseUrl target;
    private final Traits traits;
    private final int maxAnswerSize;
    private final Runnable written;
    private volatile boolean onWire;
    private volatile Call call;

    /**
     * @param name {@code api/Action}, or what else it is, for messages
     * @param maxAnswerSize most bytes of an answer that is not a file
     * @param written called before the first byte goes out
     */
    OutgoingRequest(String name, BaseUrl target, Traits traits, int maxAnswerSize, Runnable written) {
        this.name = name;
        this.target = target;
        this.traits = traits;
        this.maxAnswerSize = maxAnswerSize;
        this.written = written;
    }

    /** The one that a call of OkHttp sends. A tag costs several copies of a map for each call, so only requests without a body have one. */
    static OutgoingRequest of(Call call) {
        Request request = call.request();
        return request.body() instanceof OneShotBody body ? body.sent() : request.tag(OutgoingRequest.class);
    }

    void attach(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }

    String name() {
        return name;
    }

    BaseUrl target() {
        return target;
    }

    boolean isDownload() {
        return traits.download();
    }

    boolean mutates() {
        return traits.mutates();
    }

    int maxAnswerSize() {
        return maxAnswerSize;
    }

    /** Called before the first byte goes out. */
    void markOnWire() {
        onWire = true;
        written.run();
    }

    /**
     * Whether the server may have seen any of it. Once true it stays so: a part of a request is taken for the whole, since
     * nobody here can tell what had left the buffers.
     */
    boolean mayHaveArrived() {
        return onWire;
    }

    /** Cuts the connection, or takes the request out of the queue. */
    void cancel() {
        call.cancel();
    }

    /**
     * What to tell of a fault.
     *
     * @param status HTTP status, or 0 when no answer had begun
     */
    TransportException failure(int status, IOException cause) {
        if (NOT_PROCESSED.equals(cause.getMessage())) {
            onWire = false;
        }
        String problem = target + ": " + moment(status) + " ("
                + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
        return new TransportException(name, problem, status, onWire, cause);
    }

    private String moment(int status) {
        if (status > 0) {
            return "the response was cut off";
        }
        return onWire ? "no response after the request was sent" : "no connection, nothing was sent";
    }
}
