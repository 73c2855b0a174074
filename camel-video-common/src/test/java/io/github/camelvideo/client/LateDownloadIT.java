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
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.FileBody;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import io.github.camelvideo.toy.ToyCalls;
import io.github.camelvideo.toy.ToyProtocol;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;

/** A download whose headers arrive while the call times out: nobody will ever close its stream but the client. */
class LateDownloadIT {

    @Test
    void aDownloadThatComesAfterTheTimeOutGivesItsConnectionBack() throws Exception {
        try (Bench bench = new Bench()) {
            bench.answers(new MockResponse().setBody("content").setHeader("Content-Type", "application/zip"));
            CompletableFuture<CompletableFuture<ApiResponse>> started = new CompletableFuture<>();
            ToyProtocol slow = new ToyProtocol(() -> "1") {
                @Override
                public ApiResponse decode(ApiCall call, WireResponse answer) {
                    // the call ends between the arrival of the answer and its hand-over
                    bench.scheduler.expireCalls();
                    started.join().exceptionally(timeOut -> null).join();
                    return ApiResponse.of(
                            new FileBody("file.zip", -1, answer.file().content()), "id-1");
                }
            };

            started.complete(bench.start(download(), bench.options(slow, bench.target)));

            assertThat(Bench.problem(started.get(10, TimeUnit.SECONDS))).isInstanceOf(TransportException.class);
            ConnectionPool pool = bench.transport.client().connectionPool();
            await("the connection is free again, or closed")
                    .until(() -> bench.server.getRequestCount() == 1
                            && pool.idleConnectionCount() == pool.connectionCount());
        }
    }

    private static ApiCall download() {
        Action action = new Action(
                "Download",
                null,
                null,
                new Action.Wire("Download", null, "POST", null, "/Download", Action.Body.JSON, true, Set.of()),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null);
        return new ApiCall(ToyCalls.API, action, ExactJson.object(), "north");
    }
}
