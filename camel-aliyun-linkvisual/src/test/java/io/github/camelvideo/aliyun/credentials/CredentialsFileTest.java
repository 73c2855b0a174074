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
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void locate() throws IOException {
        file = home.resolve(".alibabacloud/credentials.ini");
        Files.createDirectories(file.getParent());
    }

    @Test
    void readsAKey() throws Exception {
        assertThat(read("type = access_key\naccess_key_id = id\naccess_key_secret = secret\nsecurity_token = left"))
                .isEqualTo(new Credentials("id", "secret"));
    }

    @Test
    void readsATemporaryKey() throws Exception {
        assertThat(read("type=sts\naccess_key_id=id\naccess_key_secret=secret\nsecurity_token=a+b/c=="))
                .isEqualTo(new Credentials("id", "secret", "a+b/c==", null));
    }

    @Test
    void takesASectionWithoutTypeByWhatItHolds() throws Exception {
        assertThat(read("access_key_id = id\naccess_key_secret = secret\nsecurity_token = token"))
                .isEqualTo(new Credentials("id", "secret", "token", null));
    }

    @Test
    void passesOverWhatIsNotEnabled() {
        assertThatThrownBy(() -> read("enable = false\ntype = access_key\naccess_key_id = id\naccess_key_secret = s"))
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("[default] with enable=false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type = rsa_key_pair|is of type rsa_key_pair, and only access_key, sts, ram_role_arn, ecs_ram_role and oidc_role_arn can be read. Give a credentialsProvider for other types.",
                "type = ram_role_arn;access_key_id = id;access_key_secret = topsecret|has no role_arn.",
                "type = oidc_role_arn;role_arn = arn|has no oidc_provider_arn.",
                "type = access_key;access_key_secret = topsecret|has no access_key_id. It needs access_key_id and access_key_secret.",
                "type = sts;access_key_id = id;access_key_secret = topsecret|is of type sts and has no security_token."
            })
    void refusesWhatItCannotUseWithoutPrintingIt(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("Credentials from file " + file + ": section [default] " + message)
                .hasMessageNotContaining("topsecret");
    }

    private Credentials read(String section) throws Exception {
        Files.writeString(file, "[default]\n" + section + "\n");
        return AliyunCredentials.fromFile(file, ProfileCredentialsProvider.DEFAULT_PROFILE)
                .credentials();
    }
}
