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
package io.github.camelvideo.tencent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadIT extends FileCloud {

    /** More than the buffers between the two sides hold, and than OkHttp reads on to save a connection. */
    private static final long LARGE = 40L << 20;

    @TempDir
    static Path folder;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:saved").streamCache("false").to(EXPORT).to("file:" + folder);
                from("direct:read").streamCache("false").to(EXPORT).process(DownloadIT::readAll);
                from("direct:ignored").streamCache("false").to(EXPORT);
                from("direct:replaced").streamCache("false").to(EXPORT).setBody(constant("other"));
                from("direct:failing").streamCache("false").to(EXPORT).process(DownloadIT::readABitAndFail);
                from("direct:cached").to(EXPORT).convertBodyTo(byte[].class);
            }
        };
    }

    private static void readAll(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(sha256(exchange.getMessage().getBody(InputStream.class)));
    }

    private static void readABitAndFail(Exchange exchange) throws Exception {
        exchange.getMessage().getBody(InputStream.class).readNBytes(10);
        throw new IllegalStateException("midway");
    }

    @Test
    void aFileIsSavedUnderTheNameTheServerGives() throws Exception {
        Exchange exchange = call("direct:saved", null);

        succeeded(exchange);
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo("ExportDeviceTemplate.xlsx");
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.REQUEST_ID, String.class))
                .hasSize(36);
        try (ZipFile saved =
                new ZipFile(folder.resolve("ExportDeviceTemplate.xlsx").toFile())) {
            assertThat(saved.getEntry("xl/workbook.xml")).isNotNull();
        }
    }

    @Test
    void aSmallFileMayBeCached() {
        cloud().downloads(10);

        Exchange exchange = call("direct:cached", null);

        assertThat(exchange.getMessage().getBody(byte[].class)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aConnectionWhoseFileWasReadIsUsedAgain() {
        cloud().downloads(LARGE);

        succeeded(call("direct:read", null));
        succeeded(call("direct:read", null));

        assertThat(connections.idleConnectionCount()).isEqualTo(1);
        assertThat(connections.connectionCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:ignored", "direct:replaced", "direct:failing"})
    void noConnectionStaysBehindWhenTheRouteIsThrough(String route) {
        cloud().downloads(LARGE);

        Exchange exchange = call(route, null);

        assertThat(exchange.isFailed()).isEqualTo(route.endsWith("failing"));
        assertThat(cloud().requests().count("ExportDeviceTemplate")).isEqualTo(1);
        await().until(() -> connections.connectionCount() == connections.idleConnectionCount());
    }

    @Test
    void aRefusedDownloadIsARefusal() {
        Exchange exchange = call(EXPORT + "&New=1&validation=LENIENT", null);

        assertThat(exchange.getException(ApiException.class).getCode()).isEqualTo("40001");
    }

    @Test
    void aDownloadThatBreaksOffFailsWhereItIsRead() {
        cloud().downloads(LARGE);
        cloud().faults().next(Fault.CUT_IN_BODY);

        Exchange exchange = call("direct:read", null);

        assertThat(exchange.getException()).isInstanceOf(IOException.class);
        await().until(() -> connections.connectionCount() == connections.idleConnectionCount());
    }

    @Test
    void aPageForPeopleIsNoDownload() {
        cloud().faults().next(Fault.HTML_PAGE);

        Exchange exchange = call(EXPORT + "&maxRetries=0", null);

        assertThat(exchange.getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("contentType=text/html")
                .hasMessageNotContaining("Welcome");
    }

    @Test
    void aDownloadIsTriedAgainUntilItBegins() {
        cloud().downloads(10);
        cloud().faults().next(Fault.INTERNAL_ERROR);

        succeeded(call("direct:read", null));

        assertThat(cloud().requests().count("ExportDeviceTemplate")).isEqualTo(2);
    }
}
