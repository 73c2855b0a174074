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
package io.github.camelvideo;

import io.github.camelvideo.credentials.AsyncCredentials;
import io.github.camelvideo.protocol.Credentials;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once for each start of a component where its first call goes and where the key comes from, as a wrong address or a key from an
 * unexpected place is otherwise seen only by its effects. Used by any thread.
 */
final class FirstUse {

    private static final Logger LOG = LoggerFactory.getLogger(FirstUse.class);

    private final AtomicBoolean isLogged = new AtomicBoolean();

    /**
     * @param credentials the credentials of an endpoint
     * @param text what to log when the first call of the component has got its credentials
     */
    AsyncCredentials watch(AsyncCredentials credentials, Supplier<String> text) {
        return new AsyncCredentials() {
            @Override
            public CompletableFuture<Credentials> current() {
                CompletableFuture<Credentials> current = credentials.current();
                return isLogged.get()
                        ? current
                        : current.whenComplete((found, problem) -> {
                            if (problem == null && isLogged.compareAndSet(false, true)) {
                                LOG.info(text.get());
                            }
                        });
            }

            @Override
            public CompletableFuture<Credentials> renew(Credentials refused) {
                return credentials.renew(refused);
            }
        };
    }
}
