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
package io.github.camelvideo.credentials;

import io.github.camelvideo.protocol.Credentials;
import java.util.concurrent.CompletableFuture;

/**
 * Where a call gets its credentials without blocking for them. Thread-safe.
 */
public interface AsyncCredentials {

    /** The credentials to use now; completes exceptionally when there are none. */
    CompletableFuture<Credentials> current();

    /**
     * The credentials to use after some were refused: fresh ones, or the same when there is nothing fresher.
     *
     * @param refused what the vendor refused
     */
    CompletableFuture<Credentials> renew(Credentials refused);
}
