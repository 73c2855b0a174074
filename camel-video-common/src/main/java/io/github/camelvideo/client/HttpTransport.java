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

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.FileBody;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends signed requests, each once and byte for byte, and reads the answers whole, files excepted. Thread-safe; nothing blocks the
 * caller.
 *
 * <p>Owns its connections, unless a client was given; the threads are the executor's.
 */
public final class HttpTransport implements AutoCloseable {

    /** OkHttp refuses to send these without a body. */
    private static final Set<String> BODY_REQUIRED = Set.of("POST", "PUT", "PATCH");

    private static final byte[] EMPTY = {};

    private final OkHttpClient client;
    private final OkHttpClient withoutRepeats;
    private final TransportSettings settings;
    private final HttpDates dates = new HttpDates();
    private final Map<BaseUrl, HostSlots> slots = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param executor runs the requests, one thread each while they are under way; not closed here
     */
    public HttpTransport(TransportSettings settings, ExecutorService executor) {
        this.settings = settings;
        this.client = OkHttpClients.create(settings, executor);
        this.withoutRepeats = OkHttpClients.withoutRepeats(client);
    }

    private HttpTransport(TransportSettings settings, OkHttpClient client) {
        this.settings = settings;
        this.client = client;
        this.withoutRepeats = OkHttpClients.withoutRepeats(client);
    }

    /**
     * For {@link #exchange} alone: keeps no connection and no thread.
     *
     * @param direct whether to bypass every proxy, the system's too
     * @param timeout time for one request with its answer
     */
    static HttpTransport blocking(TransportSettings settings, boolean direct, Duration timeout) {
        return new HttpTransport(settings, OkHttpClients.createBlocking(settings, direct, timeout));
    }

    /** Gets the outcome of a request, on a thread of the executor. */
    interface Receiver {

        void answered(HttpResponse answer);

        void failed(TransportException failure);
    }

    /**
     * Makes a request ready, without sending anything.
     *
     * @param call what is called; the answer of a download may be a file, which is handed over unread
     * @param maxAnswerSize maximum size of an answer in bytes, after decompression; a file may have any
     * @param written called before the first byte goes out, on a thread of the executor
     * @throws InvalidRequestException when the request cannot be sent as it is
     */
    OutgoingRequest prepare(ApiCall call, BaseUrl target, WireRequest wire, int maxAnswerSize, Runnable written) {
        OutgoingRequest.Traits traits = new OutgoingRequest.Traits(
                call.action().wire().download(), call.action().mutates());
        return attach(new OutgoingRequest(call.name(), target, traits, maxAnswerSize, written), wire);
    }

    /**
     * Makes a request ready that is no call of an API, only reads, and is answered by text.
     *
     * @param name what it is, for messages
     */
    OutgoingRequest prepare(String name, BaseUrl target, WireRequest wire, int maxAnswerSize) {
        return attach(new OutgoingRequest(name, target, OutgoingRequest.Traits.NONE, maxAnswerSize, () -> {}), wire);
    }

    private OutgoingRequest attach(OutgoingRequest prepared, WireRequest wire) {
        if (closed) {
            throw new TransportException(
                    prepared.name(),
                    "the component is stopped. Start it before the call",
                    0,
                    false,
                    ErrorCode.Kind.OTHER,
                    null);
        }
        Request request = request(wire, prepared);
        prepared.attach((request.body() == null ? withoutRepeats : client).newCall(request));
        return prepared;
    }

    /** Sends a request, once; one of the receiver's methods is called, once. */
    void send(OutgoingRequest prepared, Receiver receiver) {
        prepared.call().enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                receiver.failed(prepared.failure(0, e));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                receive(prepared, response, receiver);
            }
        });
    }

    /**
     * Sends a request, once, and waits for the answer, which is not a file.
     *
     * @throws TransportException when none comes
     */
    HttpResponse exchange(OutgoingRequest prepared) {
        Response response;
        try {
            response = prepared.call().execute();
        } catch (IOException e) {
            throw prepared.failure(0, e);
        }
        return whole(prepared, response);
    }

    private void receive(OutgoingRequest sent, Response response, Receiver receiver) {
        if (sent.isDownload() && isFile(response)) {
            String name = ContentDisposition.fileName(response.header("Content-Disposition"));
            FileBody file = new FileBody(
                    name, response.body().contentLength(), response.body().byteStream());
            receiver.answered(HttpResponse.of(response, dates, EMPTY, file));
            return;
        }
        HttpResponse answer;
        try {
            answer = whole(sent, response);
        } catch (TransportException e) {
            receiver.failed(e);
            return;
        }
        receiver.answered(answer);
    }

    private HttpResponse whole(OutgoingRequest sent, Response response) {
        try (response) {
            return HttpResponse.of(response, dates, read(response.body(), sent), null);
        } catch (TooLargeException e) {
            throw tooLarge(sent, response.code(), e);
        } catch (IOException e) {
            throw sent.failure(response.code(), e);
        }
    }

    /** Refusals come as JSON, and what stands in between answers with text. */
    private static boolean isFile(Response response) {
        String type = response.header("Content-Type", "").toLowerCase(Locale.ROOT);
        return response.code() == 200 && !type.contains("json") && !type.startsWith("text/");
    }

    /** The size is announced only where the content is not compressed. */
    private static byte[] read(ResponseBody content, OutgoingRequest sent) throws IOException {
        int most = sent.maxAnswerSize();
        long announced = content.contentLength();
        if (announced > most || content.source().request(most + 1L)) {
            // closing alone would read on for a while, to save the connection
            sent.cancel();
            throw new TooLargeException(announced > most ? announced + " bytes" : "more than " + most + " bytes");
        }
        return content.source().readByteArray();
    }

    private Request request(WireRequest wire, OutgoingRequest sent) {
        String call = sent.name();
        BaseUrl target = sent.target();
        Headers.Builder headers = new Headers.Builder().add("User-Agent", "camel-video");
        // a proxy that sees requests in clear cannot ask for them: the answer to 407 would be a repeat
        if (!target.isHttps() && settings.proxy() != null && settings.proxy().user() != null) {
            headers.add(
                    "Proxy-Authorization",
                    okhttp3.Credentials.basic(
                            settings.proxy().user(), settings.proxy().password()));
        }
        wire.headers().forEach((name, value) -> add(call, headers, name, value));
        if (wire.contentType() != null) {
            add(call, headers, "Content-Type", wire.contentType());
        }
        Request.Builder request =
                new Request.Builder().url(target.resolve(call, wire)).headers(headers.build());
        RequestBody body = body(wire, sent);
        return body == null
                ? request.method(wire.method(), null)
                        .tag(OutgoingRequest.class, sent)
                        .build()
                : request.method(wire.method(), body).build();
    }

    private static void add(String call, Headers.Builder headers, String name, String value) {
        try {
            headers.add(name, value);
        } catch (IllegalArgumentException e) {
            // OkHttp's message quotes the value, which may be a token: not kept as cause
            throw new InvalidRequestException(call + ": the value for header " + name
                    + " contains a character that no header can contain, such as a line break."
                    + " Check credentials and parameters for invisible characters.");
        }
    }

    private static RequestBody body(WireRequest wire, OutgoingRequest sent) {
        if (wire.body() != null) {
            return RequestBodies.of(wire.body(), sent);
        }
        return BODY_REQUIRED.contains(wire.method()) ? RequestBodies.of(WireBody.of(EMPTY), sent) : null;
    }

    /** Not repeatable: the same request gets the same response. */
    private static TransportException tooLarge(OutgoingRequest sent, int status, TooLargeException cause) {
        String problem = "the response is too large: " + cause.getMessage() + ", maxAnswerSize=" + sent.maxAnswerSize()
                + ". Request smaller pages or a shorter period, or raise maxAnswerSize";
        return new TransportException(sent.name(), problem, status, true, ErrorCode.Kind.OTHER, null);
    }

    /** How many requests a host gets at the same time. */
    HostSlots slots(BaseUrl target) {
        return slots.computeIfAbsent(target, any -> new HostSlots(settings.concurrency()));
    }

    OkHttpClient client() {
        return client;
    }

    /** Cancels what is under way and closes the connections made here; those of a given client are left alone. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        if (settings.client() == null) {
            client.connectionPool().evictAll();
        }
    }

    private static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        /** @param size what is known of the size */
        TooLargeException(String size) {
            super(size);
        }
    }
}
