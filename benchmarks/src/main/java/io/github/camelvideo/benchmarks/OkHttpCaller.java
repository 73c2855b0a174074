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
package io.github.camelvideo.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp with the answer parsed by Jackson: bare, or with the least code that signs each call. */
final class OkHttpCaller implements Caller {

    private static final MediaType TYPE = MediaType.get("application/json");
    private static final byte[] PARAMETERS = "{\"OrderType\":2,\"Offset\":0,\"Limit\":100}".getBytes();

    private final OkHttpClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final MinimalSigner signer;

    /** @param signer or null for a bare client */
    OkHttpCaller(String url, int inFlight, MinimalSigner signer) {
        this.url = url;
        this.signer = signer;
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(inFlight);
        dispatcher.setMaxRequestsPerHost(inFlight);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(inFlight, 50, TimeUnit.SECONDS))
                .build();
    }

    @Override
    public void call(Consumer<Throwable> done) {
        Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(PARAMETERS, TYPE));
        if (signer != null) {
            signer.sign(request, PARAMETERS);
        }
        client.newCall(request.build()).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                done.accept(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    json.readTree(response.body().bytes()).get("Response");
                    done.accept(null);
                } catch (IOException e) {
                    done.accept(e);
                }
            }
        });
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
