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

import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    private static final String TWO_PROFILES =
            """
            # the account of the plant
            [default]
            secret_id = AKIDdefault
            secret_key=key#with=signs;inside

            ; temporary
            [ operator ]
            secret_id=AKIDoperator
            secret_key = operatorkey
            token = operatortoken
            """;

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void locate() throws IOException {
        file = home.resolve(".tencentcloud/credentials");
        Files.createDirectories(file.getParent());
    }

    @Test
    void readsTheDefaultSection() throws Exception {
        // given
        Files.writeString(file, TWO_PROFILES);

        // then
        assertThat(profile("default").credentials()).isEqualTo(new Credentials("AKIDdefault", "key#with=signs;inside"));
    }

    @Test
    void readsANamedSectionWithAToken() throws Exception {
        // given as some editors write it
        Files.writeString(file, "\uFEFF" + TWO_PROFILES.replace("\n", "\r\n"));

        // then
        assertThat(profile("operator").credentials())
                .isEqualTo(new Credentials("AKIDoperator", "operatorkey", "operatortoken", null));
    }

    @Test
    void readsAgainOnlyWhenTheFileHasChanged() throws Exception {
        // given
        Files.writeString(file, TWO_PROFILES);
        FileTime before = Files.getLastModifiedTime(file);
        ProfileCredentialsProvider credentials = profile("default");
        Credentials first = credentials.credentials();

        // when
        Files.writeString(file, TWO_PROFILES.replace("AKIDdefault", "AKIDchanged"));
        Files.setLastModifiedTime(file, before);

        // then same time and size: taken as unchanged
        assertThat(credentials.credentials()).isSameAs(first);

        // when
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));

        // then
        assertThat(credentials.credentials().id()).isEqualTo("AKIDchanged");
    }

    @Test
    void hasNoneWithoutFileOrSection() throws Exception {
        // given
        ProfileCredentialsProvider credentials = profile("other");

        // then
        assertThatThrownBy(credentials::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("does not exist");

        // when
        Files.writeString(file, TWO_PROFILES);

        // then
        assertThatThrownBy(credentials::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessageContaining("has no section [other]");
    }

    @Test
    void refusesHalfAKeyWithoutPrintingIt() throws Exception {
        // given
        Files.writeString(file, "[default]\nsecret_key = topsecret\n");

        // then
        assertThatThrownBy(profile("default")::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("has no secret_id")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void namesTheFileThatIsNotUtf8() throws Exception {
        // given
        Files.write(file, new byte[] {'[', (byte) 0xC4, ']'});

        // then
        assertThatThrownBy(profile("default")::credentials)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ": not text in UTF-8");
    }

    private ProfileCredentialsProvider profile(String name) {
        return TencentCredentials.fromFile(file, name);
    }
}
