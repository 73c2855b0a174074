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
package io.github.camelvideo.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theEnvironmentBeatsTheFile() throws Exception {
        // given
        write(home.resolve(".alibabacloud/credentials.ini"), "default", "of-the-file");

        // then
        assertThat(credentials()).isEqualTo(new Credentials("of-the-file", "secret"));

        // when
        environment.putAll(Map.of(ID, "of-the-process", SECRET, " secret "));

        // then
        assertThat(credentials()).isEqualTo(new Credentials("of-the-process", "secret"));

        // when
        environment.put("ALIBABA_CLOUD_SECURITY_TOKEN", "token");

        // then
        assertThat(credentials()).isEqualTo(new Credentials("of-the-process", "secret", "token", null));
    }

    @Test
    void variablesNameAnotherFileAndSection() throws Exception {
        // given
        Path file = home.resolve("other.ini");
        write(file, "plant", "of-the-plant");
        environment.putAll(Map.of("ALIBABA_CLOUD_CREDENTIALS_FILE", file.toString(), "ALIBABA_CLOUD_PROFILE", "plant"));

        // then
        assertThat(credentials().id()).isEqualTo("of-the-plant");
    }

    @Test
    void namesEveryPlaceItLookedAt() {
        assertThatThrownBy(this::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContainingAll(
                        ID,
                        SECRET,
                        home.resolve(".alibabacloud/credentials.ini").toString())
                .hasMessageEndingWith("Set accessKeyId and accessKeySecret, a credentialsProvider, or one of these.");
    }

    @Test
    void doesNotGoOnToAnotherAccountAfterHalfAKey() throws Exception {
        // given
        environment.put(SECRET, "topsecret");
        write(home.resolve(".alibabacloud/credentials.ini"), "default", "of-the-file");

        // then
        assertThatThrownBy(this::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(SECRET + " is set, but " + ID + " is not")
                .hasMessageNotContaining("topsecret");
    }

    private Credentials credentials() throws Exception {
        return AliyunCredentials.defaultChain(environment::get, home).credentials();
    }

    private static void write(Path file, String section, String id) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "[" + section + "]\nenable = true\ntype = access_key\naccess_key_id = " + id
                        + "\naccess_key_secret = secret\n");
    }
}
