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

    @Test
    void readsTheCurrentProfileOfTheCommandLineToolBeforeTheFileOfTheSdks() throws Exception {
        // given
        write(home.resolve(".alibabacloud/credentials.ini"), "default", "of-the-sdk");
        cli("ak", profile("ak", "'mode':'AK','access_key_id':'of-the-cli','access_key_secret':'secret'"));

        // then
        assertThat(credentials()).isEqualTo(new Credentials("of-the-cli", "secret"));

        // when
        environment.put("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");

        // then
        assertThat(credentials().id()).isEqualTo("of-the-sdk");
    }

    @Test
    void findsANamedProfileInEitherFile() throws Exception {
        // given
        write(home.resolve(".alibabacloud/credentials.ini"), "ini", "of-the-sdk");
        cli(
                "other",
                profile(
                        "sts",
                        "'mode':'StsToken','access_key_id':'id','access_key_secret':'secret','sts_token':'token'"));

        // then
        assertThat(AliyunCredentials.profile(environment::get, home, "sts").credentials())
                .isEqualTo(new Credentials("id", "secret", "token", null));
        assertThat(AliyunCredentials.profile(environment::get, home, "ini")
                        .credentials()
                        .id())
                .isEqualTo("of-the-sdk");
        assertThatThrownBy(AliyunCredentials.profile(environment::get, home, "none")::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("config.json has no profile [none]")
                .hasMessageEndingWith("Add profile none to one of these.");
    }

    @Test
    void passesOverAProfileThatNobodyHasFilledIn() throws Exception {
        // given
        write(home.resolve(".alibabacloud/credentials.ini"), "default", "of-the-sdk");
        cli("default", profile("default", "'mode':'AK','access_key_id':'','access_key_secret':''"));

        // then
        assertThat(credentials().id()).isEqualTo("of-the-sdk");
    }

    @Test
    void refusesModesThatItCannotReadAndNamesARemedy() throws Exception {
        // given
        cli("sso", profile("sso", "'mode':'CloudSSO','access_token':'topsecret'"));

        // then
        assertThatThrownBy(this::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has mode CloudSSO")
                .hasMessageContaining("ALIBABA_CLOUD_CLI_PROFILE_DISABLED=true")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void refusesRolesThatLeadBackToThemselves() throws Exception {
        // given
        cli(
                "a",
                profile("a", "'mode':'ChainableRamRoleArn','ram_role_arn':'arn','source_profile':'b'") + ","
                        + profile("b", "'mode':'ChainableRamRoleArn','ram_role_arn':'arn','source_profile':'a'"));

        // then
        assertThatThrownBy(this::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has a source_profile that leads back to it");
    }

    @Test
    void aPodsTokenIsTriedBeforeTheFiles() throws Exception {
        // given
        write(home.resolve(".alibabacloud/credentials.ini"), "default", "of-the-file");
        environment.putAll(Map.of(
                "ALIBABA_CLOUD_ROLE_ARN",
                "arn",
                "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
                "provider",
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                home.resolve("missing-token").toString()));

        // then
        assertThatThrownBy(this::credentials)
                .hasMessageContaining("Identity token from file " + home.resolve("missing-token"));
    }

    private Credentials credentials() throws Exception {
        return AliyunCredentials.defaultChain(environment::get, home).credentials();
    }

    private void cli(String current, String profiles) throws IOException {
        Path file = home.resolve(".aliyun/config.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, ("{'current':'" + current + "','profiles':[" + profiles + "]}").replace('\'', '"'));
    }

    private static String profile(String name, String values) {
        return "{'name':'" + name + "'," + values + "}";
    }

    private static void write(Path file, String section, String id) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "[" + section + "]\nenable = true\ntype = access_key\naccess_key_id = " + id
                        + "\naccess_key_secret = secret\n");
    }
}
