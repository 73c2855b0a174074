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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The least that reading the same pages takes: fetch and parse, one after the other, and hand each item over. */
final class BareLoop {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final MediaType TYPE = MediaType.get("application/json");

    private static final long LEAST_NANOS = 1_000_000_000;

    private final OkHttpClient client = new OkHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final VendorProcess vendor;

    BareLoop(VendorProcess vendor) {
        this.vendor = vendor;
    }

    /** Reads the whole list, again and again for a second at least, and returns the items in a second. */
    double perSecond(int items, int pageSize, Consumer<JsonNode> handover) throws IOException {
        String window = ",\"DateBegin\":\"" + LOCAL.format(vendor.first) + "\",\"DateEnd\":\""
                + LOCAL.format(Instant.now()) + "\"}";
        long start = System.nanoTime();
        long read = 0;
        do {
            long before = read;
            for (int offset = 0; offset < items; offset += pageSize) {
                read += page("{\"OrderType\":2,\"Offset\":" + offset + ",\"Limit\":" + pageSize + window, handover);
            }
            if (read - before != items) {
                throw new IllegalStateException("Read " + (read - before) + " of " + items);
            }
        } while (System.nanoTime() - start < LEAST_NANOS);
        return read * 1e9 / (System.nanoTime() - start);
    }

    private int page(String parameters, Consumer<JsonNode> handover) throws IOException {
        Request request = new Request.Builder()
                .url(vendor.url)
                .post(RequestBody.create(parameters, TYPE))
                .build();
        try (Response response = client.newCall(request).execute()) {
            JsonNode data =
                    json.readTree(response.body().bytes()).path("Response").path("Data");
            data.forEach(handover);
            return data.size();
        }
    }
}
