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

import io.github.camelvideo.protocol.WireBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** Turns the content of a signed request into a body of OkHttp, to be sent once and byte for byte. */
final class RequestBodies {

    private RequestBodies() {}

    static RequestBody of(WireBody body, OutgoingRequest sent) {
        if (body instanceof WireBody.Multipart form) {
            return new OneShotBody(multipart(form, true), length(form), sent);
        }
        byte[] content = ((WireBody.Bytes) body).content();
        return new OneShotBody(RequestBody.create(content), content.length, sent);
    }

    private static MultipartBody multipart(WireBody.Multipart form, boolean withContent) {
        MultipartBody.Builder body = new MultipartBody.Builder(form.boundary()).setType(MultipartBody.FORM);
        for (WireBody.Part part : form.parts()) {
            body.addFormDataPart(part.name(), part.fileName(), new PartBody(part, withContent));
        }
        return body.build();
    }

    /** Boundaries and headers are measured by writing them; -1 when the length of a part is not known. */
    private static long length(WireBody.Multipart form) {
        if (form.parts().stream().anyMatch(part -> part.length() < 0)) {
            return -1;
        }
        try (Buffer frame = new Buffer()) {
            multipart(form, false).writeTo(frame);
            return frame.size()
                    + form.parts().stream().mapToLong(WireBody.Part::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot be written", e);
        }
    }

    private static final class PartBody extends RequestBody {

        private final WireBody.Part part;
        private final boolean withContent;

        PartBody(WireBody.Part part, boolean withContent) {
            this.part = part;
            this.withContent = withContent;
        }

        @Override
        public MediaType contentType() {
            return part.contentType() == null ? null : MediaType.get(part.contentType());
        }

        /** Not told: OkHttp 4 would write it as a header of the part, and RFC 7578 (4.8) allows no such header. */
        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            if (withContent) {
                try (Source content = Okio.source(part.content().open())) {
                    sink.writeAll(content);
                }
            }
        }
    }
}
