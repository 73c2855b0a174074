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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.WireBody;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.Okio;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {

    private static final String FILE_TYPE = "application/octet-stream";

    @Test
    void bytesAreWrittenAsTheyAre() throws IOException {
        RequestBody body = RequestBodies.of(WireBody.of(Digests.utf8("content")), null);

        assertThat(written(body)).isEqualTo("content");
        assertThat(body.contentLength()).isEqualTo(7);
        assertThat(body.isOneShot()).isTrue();
        assertThat(body.contentType()).isNull();
    }

    @Test
    void aFormIsWrittenByteForByteAndItsLengthIsKnown() throws IOException {
        RequestBody body = form(
                WireBody.Part.text("JobId", "j"),
                WireBody.Part.text("Empty", ""),
                file("File", "a\"b\r\n测.xlsx", "PK测", 5));

        assertThat(written(body))
                .isEqualTo(String.join(
                        "\r\n",
                        "--camel-video-1",
                        "Content-Disposition: form-data; name=\"JobId\"",
                        "",
                        "j",
                        "--camel-video-1",
                        "Content-Disposition: form-data; name=\"Empty\"",
                        "",
                        "",
                        "--camel-video-1",
                        "Content-Disposition: form-data; name=\"File\"; filename=\"a%22b%0D%0A测.xlsx\"",
                        "Content-Type: application/octet-stream",
                        "",
                        "PK测",
                        "--camel-video-1--",
                        ""));
        assertThat(body.contentLength()).isEqualTo(Digests.utf8(written(body)).length);
        assertThat(body.isOneShot()).isTrue();
        // OkHttp would set a content type of its own over the one that was signed
        assertThat(body.contentType()).isNull();
    }

    @Test
    void theLengthOfAFormIsUnknownWhereThatOfOnePartIs() throws IOException {
        RequestBody body = form(file("Cert", "Cert", "cert", -1), file("Key", "Key", "key", 3));

        assertThat(body.contentLength()).isEqualTo(-1);
        assertThat(written(body)).contains("\r\ncert\r\n--", "\r\nkey\r\n--camel-video-1--\r\n");
    }

    @Test
    void aFileIsOpenedWhenItIsSentAndClosedAfterwards() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        WireBody.Source source = () -> {
            opened.incrementAndGet();
            return new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
                @Override
                public void close() throws IOException {
                    closed.incrementAndGet();
                    super.close();
                }
            };
        };

        RequestBody body = form(new WireBody.Part("File", "File", FILE_TYPE, 100_000, source));

        assertThat(body.contentLength()).isGreaterThan(100_000);
        assertThat(opened).hasValue(0);
        body.writeTo(Okio.buffer(Okio.blackhole()));
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aFileThatCannotBeReadFailsTheRequest() {
        WireBody.Source broken = () -> {
            throw new IOException("the source went away");
        };

        RequestBody body = form(new WireBody.Part("File", "File", FILE_TYPE, 1, broken));

        assertThatThrownBy(() -> written(body)).isInstanceOf(IOException.class).hasMessage("the source went away");
    }

    private static WireBody.Part file(String name, String fileName, String content, long length) {
        return new WireBody.Part(name, fileName, FILE_TYPE, length, () -> stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(Digests.utf8(content));
    }

    private static RequestBody form(WireBody.Part... parts) {
        return RequestBodies.of(new WireBody.Multipart("camel-video-1", List.of(parts)), null);
    }

    private static String written(RequestBody body) throws IOException {
        Buffer sent = new Buffer();
        body.writeTo(sent);
        return sent.readUtf8();
    }
}
