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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP/1.1 server whose {@code Date} header is the given clock's. */
public final class SimulatorServer implements AutoCloseable {

    /** The address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int MAX_THREADS = 64;

    /** Above the 32 KB a query may have, so that a longer one is refused by the API and not by the server. */
    private static final int HEADER_SIZE = 256 * 1024;

    private static final long IDLE_MILLIS = 10 * 60 * 1000L;

    private final Server server;
    private final ServerConnector connector;
    private final ReplyWriter writer;

    private SimulatorServer(String host, int port, Clock clock, Function<HttpCall, Reply> calls) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("video-cloud-simulator");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_SIZE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        writer = new ReplyWriter(clock);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                writer.write(calls.apply(read(request)), request, response, callback);
                return true;
            }
        });
    }

    /**
     * Starts listening on the loopback address.
     *
     * @param port 0 for any free one
     * @param calls answers a call; called by many threads at once
     */
    public static SimulatorServer start(int port, Clock clock, Function<HttpCall, Reply> calls) {
        return start(LOOPBACK, port, clock, calls);
    }

    /**
     * Starts listening.
     *
     * @param host address to listen on
     * @param port 0 for any free one
     * @param calls answers a call; called by many threads at once
     */
    public static SimulatorServer start(String host, int port, Clock clock, Function<HttpCall, Reply> calls) {
        SimulatorServer started = new SimulatorServer(host, port, clock, calls);
        try {
            started.server.start();
            return started;
        } catch (IOException e) {
            started.close();
            throw new UncheckedIOException("The simulator cannot listen on " + host + ":" + port, e);
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("The simulator cannot be started on " + host + ":" + port, e);
        }
    }

    private static HttpCall read(Request request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue() == null ? "" : field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        String type = headers.getOrDefault("content-type", "");
        String boundary =
                type.toLowerCase(Locale.ROOT).startsWith(HttpCall.MULTIPART) ? MultiPart.extractBoundary(type) : null;
        byte[] kept = {};
        long length;
        List<FormPart> parts = null;
        // read to the end, or the client cannot read the refusal
        try (InputStream body = Content.Source.asInputStream(request)) {
            if (boundary == null) {
                kept = body.readNBytes(HttpCall.KEPT_BODY);
                length = kept.length + body.transferTo(OutputStream.nullOutputStream());
            } else {
                MultipartReader form = new MultipartReader();
                length = form.read(body, boundary);
                parts = form.parts();
            }
        }
        return new HttpCall(
                request.getMethod(),
                request.getHttpURI().getPath(),
                query == null ? "" : query,
                Map.copyOf(headers),
                kept,
                length,
                parts);
    }

    /** The port in use. */
    public int port() {
        return connector.getLocalPort();
    }

    /** {@code http://127.0.0.1:<port>}. */
    public String url() {
        String host = connector.getHost();
        // nobody can call "every address"
        return "http://" + (host.equals("0.0.0.0") ? LOOPBACK : host) + ":" + port();
    }

    /** Stops listening, cuts open connections and ends all threads. */
    @Override
    public void close() {
        try {
            writer.close();
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator cannot be stopped", e);
        }
    }
}
