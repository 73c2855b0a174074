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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.aliyun.AliyunLinkVisualConfiguration;
import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.aliyun.credentials.AliyunCredentials;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a call is signed by. */
class CredentialsIT extends SimulatedCloud {

    private static final String LONG_TERM = "accessKeyId=LTAIlong&accessKeySecret=RAW(key-long)";
    private static final String TEMPORARY =
            "accessKeyId=STS.one&accessKeySecret=RAW(key-one)&securityToken=RAW(CAIS+one/==)";

    private final Instant start = CLOCK.instant();
    private final Deque<Credentials> given = new ArrayDeque<>();
    private VideoCloudSimulator accounts;

    @TempDir
    private Path directory;

    @BeforeEach
    void startAnotherCloud() {
        accounts = VideoCloudSimulator.builder()
                .clock(CLOCK)
                .rateLimits(false)
                .account("LTAIlong", "key-long")
                .account("STS.one", "key-one", "CAIS+one/==")
                .account("STS.two", "key-two", "CAIS+two/==")
                .start();
        AliyunLinkVisualConfiguration defaults = component().getConfiguration();
        defaults.setAccessKeyId(null);
        defaults.setAccessKeySecret(null);
        defaults.setEndpointUrl(accounts.url());
    }

    @AfterEach
    void stopIt() {
        accounts.close();
        CLOCK.set(start);
    }

    @Test
    void theUriMayNameAKey() {
        answer("QueryRecordPlans?" + LONG_TERM, null);
        answer("QueryRecordPlans?" + TEMPORARY, null);

        assertThat(accounts.requests().count()).isEqualTo(2);
    }

    @Test
    void theEndpointBeatsTheComponentAndAKeyAProvider() {
        AliyunLinkVisualConfiguration defaults = component().getConfiguration();
        defaults.setAccessKeyId("LTAInobody");
        defaults.setAccessKeySecret("key-nobody");
        defaults.setCredentialsProvider(given::removeFirst);

        CredentialsRefusedException failure = failure(CredentialsRefusedException.class, "QueryRecordPlans", null);
        answer("QueryRecordPlans?" + LONG_TERM, null);

        assertThat(failure.getCode()).isEqualTo("InvalidAccessKeyId.NotFound");
        assertThat(failure).hasMessageNotContaining("key-nobody");
    }

    @Test
    void aBeanGivesWhatReplacesTheExpired() {
        given.add(temporary("one", Duration.ofHours(1)));
        given.add(temporary("two", Duration.ofHours(3)));
        context.getRegistry().bind("bean", (io.github.camelvideo.credentials.CredentialsProvider) given::removeFirst);

        answer("QueryRecordPlans?credentialsProvider=#bean", null);
        answer("QueryRecordPlans?credentialsProvider=#bean", null);
        CLOCK.advance(Duration.ofHours(2));
        answer("QueryRecordPlans?credentialsProvider=#bean", null);

        assertThat(given).isEmpty();
        assertThat(accounts.requests().count()).isEqualTo(3);
    }

    @Test
    void theEnvironmentAndTheFileMayGiveThem() throws Exception {
        Path file = directory.resolve("credentials.ini");
        Files.writeString(
                file,
                "[plant]\ntype = sts\naccess_key_id = STS.two\naccess_key_secret = key-two\nsecurity_token = CAIS+two/==\n");
        Map<String, String> environment = Map.of(
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                "STS.one",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                "key-one",
                "ALIBABA_CLOUD_SECURITY_TOKEN",
                "CAIS+one/==");
        context.getRegistry().bind("environment", AliyunCredentials.fromEnvironment(environment::get));
        context.getRegistry().bind("file", AliyunCredentials.fromFile(file, "plant"));

        answer("QueryRecordPlans?credentialsProvider=#environment", null);
        answer("QueryRecordPlans?credentialsProvider=#file", null);

        assertThat(accounts.requests().count()).isEqualTo(2);
    }

    @Test
    void aWrongKeyIsToldAsSuch() {
        CredentialsRefusedException failure = failure(
                CredentialsRefusedException.class,
                "QueryRecordPlans?accessKeyId=LTAIlong&accessKeySecret=RAW(wrong)",
                null);

        assertThat(failure.getCode()).isEqualTo("SignatureDoesNotMatch");
        assertThat(failure.isRetryable()).isFalse();
        assertThat(accounts.requests().count()).isEqualTo(1);
    }

    private static Credentials temporary(String name, Duration valid) {
        return new Credentials(
                "STS." + name,
                "key-" + name,
                "CAIS+" + name + "/==",
                CLOCK.instant().plus(valid));
    }
}
