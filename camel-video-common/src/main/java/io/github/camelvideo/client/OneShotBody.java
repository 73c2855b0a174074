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

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body OkHttp may send once only: what it would send a second time carries the same signature and may be executed twice.
 * Has no content type of its own, so that the header stays as it was signed.
 */
final class OneShotBody extends RequestBody {

    private final RequestBody content;
    private final long length;
    private final OutgoingRequest sent;

    /**
     * @param length bytes, or -1 when the length is not known
     * @param sent the request it belongs to
     */
    OneShotBody(RequestBody content, long length, OutgoingRequest sent) {
        this.content = content;
        this.length = length;
        this.sent = sent;
    }

    OutgoingRequest sent() {
        return sent;
    }

    @Override
    public MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        content.writeTo(sink);
    }
}
