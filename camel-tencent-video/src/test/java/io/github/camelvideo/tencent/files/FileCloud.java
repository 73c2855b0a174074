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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

/** Calls of the API that has files, over connections that can be counted. */
abstract class FileCloud extends SimulatedCloud {

    static final String IMPORT = "tencent-video:iss/ImportDevices?JobId=job-1&AccessProtocol=1&OrganizationId=1";
    static final String EXPORT = "tencent-video:iss/ExportDeviceTemplate?AccessProtocol=1";

    final ConnectionPool connections = new ConnectionPool();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getComponent("tencent-video", TencentVideoComponent.class)
                .getConfiguration()
                .setOkHttpClient(
                        new OkHttpClient.Builder().connectionPool(connections).build());
        return created;
    }

    /** What the file is for is not asked: the world would want an organization, and a domain whose name is filed. */
    @BeforeEach
    void acceptFiles() {
        accept("ImportDevices");
        accept("AddDomain");
    }

    private static void accept(String action) {
        cloud().answer("iss/" + action, "{\"Code\":0,\"StatusCode\":200,\"Message\":\"ok\",\"Data\":null}");
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    Exchange call(String uri, Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        });
    }

    static void succeeded(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
    }

    /** A file the cloud got last. */
    static JsonNode received(String parameter) {
        return cloud().requests().last().parameters().get(parameter);
    }

    static String sha256(InputStream content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
