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
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** Camel's {@code SSLContextParameters} as this package needs them. */
public final class TlsParameters {

    private TlsParameters() {}

    /**
     * @throws GeneralSecurityException when a key store or an algorithm is not usable
     * @throws IOException when a key store cannot be read
     */
    public static TransportSettings.Tls of(SSLContextParameters parameters, CamelContext camel)
            throws GeneralSecurityException, IOException {
        // creating the context also hands the Camel context on to the parameters below, which need it to find resources
        var context = parameters.createSSLContext(camel);
        return new TransportSettings.Tls(context, trust(parameters.getTrustManagers()));
    }

    private static X509TrustManager trust(TrustManagersParameters parameters)
            throws GeneralSecurityException, IOException {
        TrustManager[] managers = parameters == null ? javaDefault() : parameters.createTrustManagers();
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new GeneralSecurityException(
                                "sslContextParameters: no trust manager supports X.509 certificates. Correct its trustManagers."));
    }

    private static TrustManager[] javaDefault() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory.getTrustManagers();
    }
}
