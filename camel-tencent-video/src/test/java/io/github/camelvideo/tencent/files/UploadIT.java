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

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.world.ServiceNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UploadIT extends FileCloud {

    private static final byte[] CONTENT = "PK\u0003 列".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cached").to(IMPORT);
                from("direct:plain").streamCache("false").to(IMPORT);
                from("direct:text").toD(IMPORT + "&File=RAW(${header.name})");
                from("direct:folder").toD(IMPORT + "&File=RAW(file:" + folder + "/${header.name})");
                from("file:" + folder + "/polled?initialDelay=0&delay=50&delete=true")
                        .to(IMPORT)
                        .to("mock:sent");
            }
        };
    }

    static Stream<Arguments> bodies() throws IOException {
        Path file = Files.write(folder.resolve("devices 1.xlsx"), CONTENT);
        return Stream.of(
                Arguments.of("bytes", CONTENT, "File"),
                Arguments.of("file", file.toFile(), "devices 1.xlsx"),
                Arguments.of("path", file, "devices 1.xlsx"),
                Arguments.of("map of a file", Map.of("File", file), "devices 1.xlsx"),
                Arguments.of("map of bytes", Map.of("File", CONTENT), "File"),
                Arguments.of("map of a text", Map.of("File", new String(CONTENT, StandardCharsets.UTF_8)), "File"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void theBodyIsTheFile(String what, Object body, String name) throws IOException {
        succeeded(call(IMPORT, body));

        assertReceived(name);
    }

    @Test
    void aStreamOfUnknownLengthIsSentInChunks() throws IOException {
        succeeded(call("direct:plain", new ByteArrayInputStream(CONTENT)));

        assertReceived("File");
        assertThat(cloud().requests().last().headers())
                .containsEntry("transfer-encoding", "chunked")
                .doesNotContainKey("content-length");
    }

    @Test
    void aCachedStreamHasALengthAndTheNameOfItsHeader() throws IOException {
        succeeded(call(
                "direct:cached", new ByteArrayInputStream(CONTENT), Map.of(Exchange.FILE_NAME, "inbox/a \"b\".xlsx")));

        assertReceived("a \"b\".xlsx");
        assertThat(cloud().requests().last().headers()).containsKey("content-length");
    }

    @Test
    void aFileThatWasPolledIsSentUnderItsName() throws Exception {
        getMockEndpoint("mock:sent").expectedMessageCount(1);

        Files.write(Files.createDirectories(folder.resolve("polled")).resolve("polled.xlsx"), CONTENT);

        getMockEndpoint("mock:sent").assertIsSatisfied();
        assertReceived("polled.xlsx");
    }

    @Test
    void theUriNamesAFile() throws IOException {
        Path file = Files.write(folder.resolve("uri.xlsx"), CONTENT);

        succeeded(call(IMPORT + "&File=file:" + file, null));

        assertReceived("uri.xlsx");
    }

    @Test
    void aMessageNamesAFileOnlyBelowTheDirectoryOfTheRoute() throws IOException {
        Path file = Files.write(folder.resolve("named.xlsx"), CONTENT);
        Files.writeString(
                Files.createDirectories(folder.resolveSibling("outside")).resolve("a.txt"), "secret");

        succeeded(call("direct:folder", null, Map.of("name", "named.xlsx")));
        assertReceived("named.xlsx");
        cloud().requests().clear();

        for (String name : List.of("../outside/a.txt", "x/../../outside/a.txt")) {
            assertRefused(call("direct:folder", null, Map.of("name", name)));
        }
        assertRefused(call("direct:text", null, Map.of("name", "file:" + file)));
        assertThat(cloud().requests().all()).isEmpty();
    }

    private static void assertRefused(Exchange call) {
        assertThat(call.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'File'")
                .hasMessageContaining("CamelTencentVideoParameters");
    }

    @Test
    void twoFilesAndTextsGoInOneForm() throws IOException {
        Path key = Files.write(folder.resolve("site.key"), CONTENT);

        succeeded(call(
                "tencent-video:iss/AddDomain?PlayDomain=play.example.com&InternalDomain=cname.example.com&ClusterId="
                        + ServiceNode.ALL.get(1).id(),
                Map.of("Key", key, "Cert", new ByteArrayInputStream(CONTENT))));

        assertThat(received("Key").get("name").asText()).isEqualTo("site.key");
        assertThat(received("Cert").get("sha256")).isEqualTo(received("Key").get("sha256"));
        assertThat(received("PlayDomain").asText()).isEqualTo("play.example.com");
    }

    @Test
    void aFileIsSentAgainAfterARefusalThatCarriedNothingOut() {
        cloud().faults().next(Fault.THROTTLE);

        succeeded(call(IMPORT, CONTENT));

        assertThat(cloud().requests().count("ImportDevices")).isEqualTo(2);
    }

    @Test
    void aStreamThatWasReadIsNotSentAgain() {
        cloud().faults().next(Fault.THROTTLE);

        Exchange exchange = call("direct:plain", new ByteArrayInputStream(CONTENT));

        assertThat(exchange.getException()).isInstanceOf(ApiException.class).hasMessageContaining("42505");
        assertThat(cloud().requests().count("ImportDevices")).isEqualTo(1);
    }

    @Test
    void aFileThatIsMissingIsSaidBeforeAnythingIsSent() {
        Exchange exchange = call(IMPORT, folder.resolve("gone.xlsx"));

        assertThat(exchange.getException())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("gone.xlsx' does not exist");
        assertThat(cloud().requests().count()).isZero();
    }

    @Test
    void aStreamThatBreaksEndsTheCallAndHarmsNoOther() {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("the source went away");
            }
        };

        Exchange exchange = call("direct:plain", broken);

        assertThat(exchange.getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the source went away");
        assertThat(connections.connectionCount()).isEqualTo(connections.idleConnectionCount());
        succeeded(call(IMPORT, CONTENT));
        assertThat(cloud().requests().count("ImportDevices")).isEqualTo(1);
    }

    private static void assertReceived(String name) throws IOException {
        assertThat(received("File").get("name").asText()).isEqualTo(name);
        assertThat(received("File").get("length").asInt()).isEqualTo(CONTENT.length);
        assertThat(received("File").get("sha256").asText()).isEqualTo(sha256(new ByteArrayInputStream(CONTENT)));
        assertThat(cloud().requests().last().parameters().get("JobId").asText()).isEqualTo("job-1");
    }
}
