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

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.toy.ToyCalls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import okhttp3.Protocol;
import okhttp3.mockwebserver.SocketPolicy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -keyalg EC -storetype PKCS12 -alias a -dname CN=localhost -ext SAN=dns:localhost";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD, "-keystore", keys.toString()));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void trustsWhomTheSslContextParametersTrust(Protocol protocol) throws Exception {
        try (Bench bench = new Bench(new TransportSettings().withTls(trusting()), Clock.systemUTC())) {
            bench.server.useHttps(serverContext().getSocketFactory(), false);
            bench.server.setProtocols(
                    protocol == Protocol.HTTP_2 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(protocol));
            bench.answers(Bench.ok(), Bench.ok());

            bench.start(ToyCalls.write(), byName(bench)).join();
            bench.start(ToyCalls.call("Get", "GET", false, null), byName(bench)).join();

            assertThat(bench.request().getHeaders().values("Content-Type")).containsExactly("application/json");
            assertThat(bench.request().getHeaders().values("Content-Type"))
                    .containsExactly("application/x-www-form-urlencoded");
        }
    }

    @Test
    void sendsNothingToAServerItDoesNotTrust() throws Exception {
        try (Bench bench = new Bench()) {
            bench.server.useHttps(serverContext().getSocketFactory(), false);
            bench.answers(Bench.ok());

            TransportException failure =
                    (TransportException) Bench.problem(bench.start(ToyCalls.read(), byName(bench)));

            assertThat(failure.isSent()).isFalse();
            assertThat(failure.getKind()).isEqualTo(ErrorCode.Kind.OTHER);
            assertThat(failure.getAttempts()).isEqualTo(1);
        }
    }

    @Test
    void aResetStreamOfAWriteIsNotSentAgain() throws Exception {
        try (Bench bench = new Bench(new TransportSettings().withTls(trusting()), Clock.systemUTC())) {
            bench.server.useHttps(serverContext().getSocketFactory(), false);
            bench.answers(Bench.ok(), Bench.ok().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST), Bench.ok());
            bench.start(ToyCalls.write(), byName(bench)).join();

            Throwable problem = Bench.problem(bench.start(ToyCalls.write(), byName(bench)));

            assertThat(((TransportException) problem).isSent()).isTrue();
            assertThat(bench.server.getRequestCount()).isEqualTo(2);
        }
    }

    private static BaseUrl byName(Bench bench) {
        return BaseUrl.of("https://localhost:" + bench.server.getPort(), false);
    }

    private static TransportSettings.Tls trusting() throws Exception {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keys);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            return TlsParameters.of(parameters, camel);
        }
    }

    private static SSLContext serverContext() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
