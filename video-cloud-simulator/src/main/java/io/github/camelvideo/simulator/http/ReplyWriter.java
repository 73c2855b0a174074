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

import io.github.camelvideo.simulator.http.Reply.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends replies as their delivery demands. Never blocks; pauses are scheduled. */
final class ReplyWriter {

    private static final int SLOW_PIECES = 10;

    private final Clock clock;
    private final Map<Callback, Request> unanswered = new ConcurrentHashMap<>();

    ReplyWriter(Clock clock) {
        this.clock = clock;
    }

    void write(Reply reply, Request request, Response response, Callback callback) {
        switch (reply.delivery()) {
            case NEVER -> leaveOpen(request, callback);
            case CUT_BEFORE_ANSWER -> cut(request, callback);
            case CUT_IN_BODY -> {
                head(reply, response);
                send(reply.half(), unfinished(response), Callback.from(() -> cut(request, callback), callback::failed));
            }
            case SLOW -> {
                head(reply, response);
                piece(reply, reply.open(), 0, request, response, callback);
            }
            case WHOLE -> {
                head(reply, response);
                send(reply, response, callback);
            }
        }
    }

    private void head(Reply reply, Response response) {
        response.setStatus(reply.status());
        response.getHeaders()
                .put(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
        response.getHeaders().put("Content-Length", reply.length());
        reply.headers().forEach(response.getHeaders()::put);
    }

    private static void send(Reply reply, Content.Sink sink, Callback callback) {
        if (reply.stream() == null) {
            sink.write(true, ByteBuffer.wrap(reply.body()), callback);
            return;
        }
        Content.copy(Content.Source.from(null, reply.open(), 0, reply.length()), sink, callback);
    }

    /** Sends what it gets and never the end. */
    private static Content.Sink unfinished(Response response) {
        return (last, bytes, callback) -> response.write(false, bytes, callback);
    }

    private void leaveOpen(Request request, Callback callback) {
        unanswered.put(callback, request);
        request.addFailureListener(failure -> {
            if (unanswered.remove(callback) != null) {
                callback.failed(failure);
            }
        });
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException(Delivery.CUT_BEFORE_ANSWER.name()));
    }

    private static void piece(
            Reply reply, InputStream body, int number, Request request, Response response, Callback callback) {
        long from = reply.length() * number / SLOW_PIECES;
        long to = reply.length() * (number + 1) / SLOW_PIECES;
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(body.readNBytes(Math.toIntExact(to - from)));
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        if (number == SLOW_PIECES - 1) {
            response.write(true, bytes, callback);
            return;
        }
        Runnable next = () -> request.getComponents()
                .getScheduler()
                .schedule(
                        () -> piece(reply, body, number + 1, request, response, callback),
                        reply.pause().toMillis(),
                        TimeUnit.MILLISECONDS);
        response.write(false, bytes, Callback.from(next, callback::failed));
    }

    /** Cuts the connections of requests that were never to be answered. */
    void close() {
        unanswered.keySet().forEach(callback -> {
            Request request = unanswered.remove(callback);
            if (request != null) {
                cut(request, callback);
            }
        });
    }
}
