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
package io.github.camelvideo.tools.trial;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Notes each HTTP request without its query and headers, which hold the signature. Written by the threads that send. */
final class HttpCalls implements Interceptor {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        long begin = System.nanoTime();
        try {
            Response response = chain.proceed(request);
            note(request, "HTTP " + response.code(), begin);
            return response;
        } catch (IOException e) {
            note(request, "no response", begin);
            throw e;
        }
    }

    private void note(Request request, String result, long begin) {
        lines.add(request.method() + " " + request.url().scheme() + "://"
                + request.url().host()
                + request.url().encodedPath() + " -> " + result + " in " + (System.nanoTime() - begin) / 1_000_000
                + " ms");
    }

    /** One for each request, in the order in which they ended. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
