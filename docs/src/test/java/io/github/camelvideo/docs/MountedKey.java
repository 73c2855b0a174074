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
package io.github.camelvideo.docs;

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;

// region key
/** The key in a mounted secret, which has a file for each value. */
public final class MountedKey implements CredentialsProvider {

    private final Path secret = Path.of("secrets/tencent-video");

    @Override
    public Credentials credentials() throws Exception {
        return new Credentials(Files.readString(secret.resolve("id")), Files.readString(secret.resolve("key")));
    }

    @Override
    public String source() {
        return "secret " + secret;
    }
}
// end
