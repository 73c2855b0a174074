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
package io.github.camelvideo.tencent.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.SimulatedComponent;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tencent.protocol.CloudApi3Protocol;
import io.github.camelvideo.tencent.protocol.HttpMethod;
import io.github.camelvideo.tencent.protocol.SignMethod;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Calls per second of a producer against the simulator, next to a bare OkHttp client that sends the same bytes, in turns and in one
 * process. The producer checks, encodes, signs and decodes each call; the bare client does nothing but send and read.
 *
 * <p>Not a test. Arguments: calls per round, calls at once, rounds.
 */
public final class ProducerThroughput {

    private final int calls;
    private final int atOnce;

    private ProducerThroughput(int calls, int atOnce) {
        this.calls = calls;
        this.atOnce = atOnce;
    }

    public static void main(String[] arguments) throws Exception {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        new ProducerThroughput(calls, atOnce).run(rounds);
    }

    private void run(int rounds) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().rateLimits(false).start()) {
            camel.addComponent("tencent-video", SimulatedComponent.at(cloud.url()));
            camel.start();
            Endpoint endpoint =
                    camel.getEndpoint("tencent-video:iotvideoindustry/DescribeWarnings?OrderType=2&Limit=20");
            AsyncProducer producer = endpoint.createAsyncProducer();
            producer.start();
            OkHttpClient bare = bareClient();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                double producerRate = rate(done -> viaProducer(endpoint, producer, done));
                cloud.requests().clear();
                Request request = signed(cloud.url());
                double bareRate = rate(done -> viaOkHttp(bare, request, done));
                cloud.requests().clear();
                if (round > 0) {
                    // the first round warms up
                    ours.add(producerRate);
                    theirs.add(bareRate);
                }
            }
            System.out.printf("calls a round: %d, at once: %d, rounds: %d%n", calls, atOnce, rounds);
            print("producer", ours);
            print("bare OkHttp", theirs);
            bare.dispatcher().executorService().shutdown();
        } finally {
            camel.stop();
        }
    }

    private OkHttpClient bareClient() {
        OkHttpClient client = new OkHttpClient();
        client.dispatcher().setMaxRequests(atOnce);
        client.dispatcher().setMaxRequestsPerHost(atOnce);
        return client;
    }

    /** The request as the producer would send it; within the minutes of a round the simulator takes the same signature again. */
    private static Request signed(String url) throws IOException {
        ApiCatalog api =
                Catalogs.of(TencentVideoComponent.class, "iotvideoindustry").get("iotvideoindustry");
        ObjectNode parameters = ExactJson.object().put("OrderType", 2).put("Limit", 20);
        ApiCall call = new ApiCall(api, api.action("DescribeWarnings"), parameters, "ap-guangzhou");
        WireRequest wire = new CloudApi3Protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null, () -> 1)
                .encode(
                        call,
                        url.substring(url.indexOf("//") + 2),
                        new Credentials(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY),
                        Instant.now());
        byte[] body = ((WireBody.Bytes) wire.body()).content();
        Request.Builder request = new Request.Builder()
                .url(url + wire.path())
                .post(RequestBody.create(body))
                .header("Content-Type", wire.contentType());
        wire.headers().forEach(request::header);
        return request.build();
    }

    private interface OneCall {
        void start(Runnable done);
    }

    private double rate(OneCall call) {
        Semaphore running = new Semaphore(atOnce);
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            running.acquireUninterruptibly();
            open.register();
            call.start(() -> {
                running.release();
                open.arriveAndDeregister();
            });
        }
        open.arriveAndAwaitAdvance();
        return calls * 1e9 / (System.nanoTime() - start);
    }

    private static void viaProducer(Endpoint endpoint, AsyncProducer producer, Runnable done) {
        Exchange exchange = endpoint.createExchange();
        producer.process(exchange, doneSync -> {
            if (exchange.getException() != null) {
                throw new IllegalStateException("A call failed", exchange.getException());
            }
            done.run();
        });
    }

    private static void viaOkHttp(OkHttpClient client, Request request, Runnable done) {
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) throws IOException {
                try (response) {
                    String body = response.body().string();
                    if (!body.contains("\"Total\"")) {
                        throw new IllegalStateException("Not answered: " + body);
                    }
                }
                done.run();
            }

            @Override
            public void onFailure(Call call, IOException e) {
                throw new IllegalStateException("A call failed", e);
            }
        });
    }

    private static void print(String what, List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        System.out.printf(
                "%-12s calls/s: min %.0f, median %.0f, max %.0f%n",
                what, sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
