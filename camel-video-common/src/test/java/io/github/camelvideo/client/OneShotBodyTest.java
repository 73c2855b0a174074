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

import io.github.camelvideo.protocol.WireBody;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class OneShotBodyTest {

    @Test
    void bytesAreWrittenAsTheyAre() throws IOException {
        OneShotBody body = new OneShotBody(WireBody.of("content".getBytes(StandardCharsets.UTF_8)));
        Buffer sent = new Buffer();

        body.writeTo(sent);

        assertThat(sent.readUtf8()).isEqualTo("content");
        assertThat(body.contentLength()).isEqualTo(7);
        assertThat(body.isOneShot()).isTrue();
        assertThat(body.contentType()).isNull();
    }

    @Test
    void aLengthThatIsNotKnownStaysUnknown() {
        WireBody unknown = new WireBody() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(OutputStream out) {}
        };

        assertThat(new OneShotBody(unknown).contentLength()).isEqualTo(-1);
    }
}
