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

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;

/** What was certainly not executed is sent again, also if it writes. */
class ClosedConnectionIT {

    private static final int REFUSED_STREAM = 7;
    private static final int INTERNAL_ERROR = 2;

    private final AtomicInteger executed = new AtomicInteger();
    private final CountDownLatch firstClosed = new CountDownLatch(1);

    @Test
    void aWriteAfterTheServerClosedTheConnectionIsDoneOnceOnAnother() throws Exception {
        try (Bench bench = new Bench();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            bench.maxRetries = 0;
            BaseUrl target = BaseUrl.of("http://127.0.0.1:" + server.getLocalPort(), false);
            bench.executor.execute(() -> serve(server));
            bench.start(ToyCalls.write(), target).get(10, TimeUnit.SECONDS);
            assertThat(firstClosed.await(10, TimeUnit.SECONDS)).isTrue();

            bench.start(ToyCalls.write(), target).get(10, TimeUnit.SECONDS);

            assertThat(executed).hasValue(2);
        }
    }

    @Test
    void aWriteThatHttp2RefusedUnprocessedIsSentAgain() throws Exception {
        try (Bench bench = new Bench(Bench.through(http2()), Clock.systemUTC())) {
            bench.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            bench.answers(reset(REFUSED_STREAM), Bench.ok());

            bench.answer(ToyCalls.write());
        }
    }

    @Test
    void aWriteThatHttp2ResetForAnotherReasonIsNot() throws Exception {
        try (Bench bench = new Bench(Bench.through(http2()), Clock.systemUTC())) {
            bench.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            bench.answers(reset(INTERNAL_ERROR), Bench.ok());

            TransportException failure = (TransportException) bench.failure(ToyCalls.write());

            assertThat(failure.isSent()).isTrue();
        }
    }

    private static OkHttpClient http2() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    private static MockResponse reset(int code) {
        return new MockResponse()
                .setSocketPolicy(SocketPolicy.RESET_STREAM_AT_START)
                .setHttp2ErrorCode(code);
    }

    /** Answers one request on each connection, promises to keep it, and closes it. */
    private void serve(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    readRequest(socket);
                    executed.incrementAndGet();
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                firstClosed.countDown();
            }
        } catch (IOException e) {
            // the test has ended
        }
    }

    private static void readRequest(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        int length = 0;
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }
}
