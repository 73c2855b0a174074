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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelvideo.protocol.TransportException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a call trusts, by Camel's own options. */
class TlsRouteIT extends Calling {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path keys;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpsServer server;
    private String to;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = folder.resolve("keys.p12");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(("-genkeypair -keyalg EC -storetype PKCS12 -alias a -dname CN=localhost"
                        + " -ext SAN=dns:localhost -storepass " + PASSWORD)
                .split(" ")));
        command.addAll(List.of("-keystore", keys.toString()));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @BeforeEach
    void startServer() throws Exception {
        byte[] answer = "{\"Response\":{\"Data\":\"safe\",\"RequestId\":\"r\"}}".getBytes(StandardCharsets.UTF_8);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        to = "DescribeWarnMod?endpointUrl=https://localhost:"
                + server.getAddress().getPort();
        context.getRegistry().bind("tls", trustingTheServer());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void trustsWhomTheParametersTrust() {
        assertThat(answer(to + "&sslContextParameters=#tls", null)).isEqualTo(Map.of("Data", "safe"));
    }

    @Test
    void sendsNothingToWhomItDoesNotTrust() {
        TransportException failure = failure(TransportException.class, to, null);

        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.isSent()).isFalse();
        assertThat(failure.getAttempts()).isEqualTo(1);
        assertThat(requests).hasValue(0);
    }

    private static SSLContext identity() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext identity = SSLContext.getInstance("TLS");
        identity.init(managers.getKeyManagers(), null, null);
        return identity;
    }

    private static SSLContextParameters trustingTheServer() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keys);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
