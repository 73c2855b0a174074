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
package io.github.camelvideo.tencent.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultChainTest {

    @TempDir
    private Path home;

    @TempDir
    private Path etc;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void takesTheFirstPlaceThatHasSome() throws Exception {
        // given
        CredentialsProviderChain chain = TencentCredentials.defaultChain(environment::get, home, etc);

        // when only the machine has a file
        write(etc.resolve("tencentcloud/credentials"), "machine");

        // then
        assertThat(chain.credentials()).isEqualTo(new Credentials("machine", "key"));

        // when the user has one, too
        write(home.resolve(".tencentcloud/credentials"), "user");

        // then
        assertThat(chain.credentials()).isEqualTo(new Credentials("user", "key"));

        // when the environment has some
        environment.putAll(Map.of("TENCENTCLOUD_SECRET_ID", "process", "TENCENTCLOUD_SECRET_KEY", "key"));

        // then
        assertThat(chain.credentials()).isEqualTo(new Credentials("process", "key"));
    }

    @Test
    void namesEveryPlaceItLookedAt() {
        assertThatThrownBy(TencentCredentials.defaultChain(environment::get, home, etc)::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("TENCENTCLOUD_SECRET_ID")
                .hasMessageContaining(home.resolve(".tencentcloud/credentials").toString())
                .hasMessageContaining(etc.resolve("tencentcloud/credentials").toString())
                .hasMessageContaining("Set secretId and secretKey");
    }

    @Test
    void doesNotGoOnToAnotherAccountAfterHalfAKey() throws Exception {
        // given
        environment.put("TENCENTCLOUD_SECRET_ID", "process");
        write(home.resolve(".tencentcloud/credentials"), "user");

        // then
        assertThatThrownBy(TencentCredentials.defaultChain(environment::get, home, etc)::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("TENCENTCLOUD_SECRET_KEY is not");
    }

    private static void write(Path file, String id) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[default]\nsecret_id = " + id + "\nsecret_key = key\n");
    }
}
