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

    @Test
    void readsTheProfilesOfTheCommandLineTool() throws Exception {
        // given
        Path tccli = Files.createDirectories(home.resolve(".tccli"));
        Files.writeString(tccli.resolve("default.credential"), "{\"secretId\": \"\", \"secretKey\": \"\"}");
        Files.writeString(
                tccli.resolve("plant.credential"),
                "{\"secretId\": \"AKIDplant\", \"secretKey\": \"key\", \"token\": \"token\"}");

        // then
        assertThat(profile("plant").credentials()).isEqualTo(new Credentials("AKIDplant", "key", "token", null));
        assertThatThrownBy(chain()::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("default.credential has profile [default] without a key");

        // when
        environment.put("TCCLI_PROFILE", "plant");

        // then
        assertThat(chain().credentials().id()).isEqualTo("AKIDplant");
    }

    @Test
    void aVariableNamesAnotherFile() throws Exception {
        // given
        write(home.resolve(".tencentcloud/credentials"), "user");
        write(home.resolve("other"), "named");
        environment.put("TENCENTCLOUD_CREDENTIALS_FILE", home.resolve("other").toString());

        // then
        assertThat(chain().credentials().id()).isEqualTo("named");
    }

    @Test
    void aProfileIsNotLookedForInTheEnvironment() {
        // given
        environment.putAll(Map.of("TENCENTCLOUD_SECRET_ID", "process", "TENCENTCLOUD_SECRET_KEY", "key"));

        // then
        assertThatThrownBy(profile("plant")::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining(home.resolve(".tencentcloud/credentials").toString())
                .hasMessageEndingWith("Add profile plant to one of these.");
    }

    @Test
    void damagedJsonIsNamedWithoutItsText() throws Exception {
        // given
        Files.createDirectories(home.resolve(".tccli"));
        Files.writeString(home.resolve(".tccli/plant.credential"), "{\"secretKey\": canary");

        // then
        assertThatThrownBy(profile("plant")::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("plant.credential, line 1: not a JSON object")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void theKeyOfTheEnvironmentAssumesARoleThatIsNamedBesideIt() {
        // given
        environment.putAll(Map.of(
                "TENCENTCLOUD_ROLE_ARN", "qcs::cam::uin/1:roleName/plant", "TENCENTCLOUD_ROLE_SESSION_NAME", "camel"));

        // then the key is looked for first
        assertThatThrownBy(chain()::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("environment variables TENCENTCLOUD_SECRET_ID");
    }

    @Test
    void aPodsVariablesMustBeComplete() {
        // given
        environment.put("TKE_WEB_IDENTITY_TOKEN_FILE", "/var/run/token");
        environment.put("TKE_REGION", "ap-guangzhou");

        // then
        assertThatThrownBy(chain()::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("is set, but not TKE_PROVIDER_ID, TKE_ROLE_ARN. Set all or none.");
    }

    @Test
    void aPodsTokenIsTriedAfterTheFiles() throws Exception {
        // given
        environment.putAll(Map.of(
                "TKE_WEB_IDENTITY_TOKEN_FILE",
                home.resolve("missing-token").toString(),
                "TKE_REGION",
                "ap-guangzhou",
                "TKE_PROVIDER_ID",
                "provider",
                "TKE_ROLE_ARN",
                "role"));

        // then
        assertThatThrownBy(chain()::credentials)
                .hasMessageContaining("Identity token from file " + home.resolve("missing-token"));

        // when
        write(home.resolve(".tencentcloud/credentials"), "user");

        // then
        assertThat(chain().credentials().id()).isEqualTo("user");
    }

    private CredentialsProviderChain chain() {
        return TencentCredentials.defaultChain(environment::get, home, etc);
    }

    private CredentialsProviderChain profile(String name) {
        return TencentCredentials.profile(environment::get, home, etc, name);
    }

    private static void write(Path file, String id) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[default]\nsecret_id = " + id + "\nsecret_key = key\n");
    }
}
