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

import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsEnvironmentTest {

    @Test
    void readsIdAndKey() throws Exception {
        assertThat(from(Map.of("TENCENTCLOUD_SECRET_ID", "id", "TENCENTCLOUD_SECRET_KEY", " key "))
                        .credentials())
                .isEqualTo(new Credentials("id", "key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN", "TENCENTCLOUD_SECURITY_TOKEN"})
    void readsTheTokenUnderEachOfItsNames(String name) throws Exception {
        assertThat(from(Map.of("TENCENTCLOUD_SECRET_ID", "id", "TENCENTCLOUD_SECRET_KEY", "key", name, "token"))
                        .credentials())
                .isEqualTo(new Credentials("id", "key", "token", null));
    }

    @Test
    void hasNoneWithoutVariables() {
        // given an empty variable counts as not set
        EnvironmentVariableCredentialsProvider credentials = from(Map.of("TENCENTCLOUD_SECRET_ID", ""));

        // then
        assertThatThrownBy(credentials::credentials)
                .isInstanceOf(NoCredentialsException.class)
                .hasMessage("environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY are not set");
    }

    @Test
    void refusesHalfAKeyWithoutPrintingIt() {
        // given
        EnvironmentVariableCredentialsProvider credentials = from(Map.of("TENCENTCLOUD_SECRET_KEY", "topsecret"));

        // then
        assertThatThrownBy(credentials::credentials)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("TENCENTCLOUD_SECRET_KEY is set, but TENCENTCLOUD_SECRET_ID is not")
                .hasMessageNotContaining("topsecret");
    }

    private static EnvironmentVariableCredentialsProvider from(Map<String, String> variables) {
        return TencentCredentials.fromEnvironment(variables::get);
    }
}
