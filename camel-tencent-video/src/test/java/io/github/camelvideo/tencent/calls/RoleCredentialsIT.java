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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.ScriptedServer;
import io.github.camelvideo.tencent.ScriptedServer.Answer;
import io.github.camelvideo.tencent.TencentVideoConfiguration;
import io.github.camelvideo.tencent.credentials.TencentAssumeRoleCredentialsProvider;
import io.github.camelvideo.tencent.credentials.TencentInstanceRoleCredentialsProvider;
import io.github.camelvideo.tencent.credentials.TencentWebIdentityCredentialsProvider;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary keys of roles, from places that a scripted server plays, in calls to the simulator. */
class RoleCredentialsIT extends Calling {

    private static final String CALL = "DescribeWarnMod?credentialsProvider=#role";
    private static final String ROLES = "GET /latest/meta-data/cam/security-credentials/";
    private static final String ROLE_ARN = "qcs::cam::uin/1:roleName/plant";

    private final Instant start = CLOCK.instant();
    private VideoCloudSimulator accounts;
    private ScriptedServer vendor;

    @TempDir
    private Path directory;

    @BeforeEach
    void startTheVendor() {
        accounts = VideoCloudSimulator.builder()
                .clock(CLOCK)
                .rateLimits(false)
                .account("AKIDlong", "key-long")
                .account("AKIDone", "key-one", "token-one")
                .account("AKIDtwo", "key-two", "token-two")
                .start();
        TencentVideoConfiguration defaults = component().getConfiguration();
        defaults.setSecretId(null);
        defaults.setSecretKey(null);
        defaults.setEndpointUrl(accounts.url());
        vendor = new ScriptedServer(request -> metadata(request, key("one", Duration.ofHours(1))));
    }

    @AfterEach
    void stopIt() {
        accounts.close();
        vendor.close();
        CLOCK.set(start);
    }

    @Test
    void theRoleOfAnInstanceSignsTheCallsOfARoute() {
        bind(instance());

        answer(CALL, null);

        assertThat(vendor.lines()).containsExactly(ROLES, ROLES + "plant%20role");
        assertThat(tokens()).containsExactly("token-one");
    }

    @Test
    void aRoleThatIsNamedIsNotAskedFor() {
        TencentInstanceRoleCredentialsProvider role = instance();
        role.setRoleName("plant role");
        bind(role);

        answer(CALL, null);

        assertThat(vendor.lines()).containsExactly(ROLES + "plant%20role");
    }

    @Test
    void theMetadataIsReachedWithoutTheProxyOfTheMachine() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0)) {
            proxy.setSoTimeout(1);
            Map<String, String> properties = Map.of(
                    "http.proxyHost", "127.0.0.1",
                    "http.proxyPort", Integer.toString(proxy.getLocalPort()),
                    "http.nonProxyHosts", "");
            properties.forEach(System::setProperty);
            try {
                assertThat(instance().credentials().id()).isEqualTo("AKIDone");
            } finally {
                properties.keySet().forEach(System::clearProperty);
            }
        }
    }

    @Test
    void oneHundredCallsAtOnceFetchOneKey() {
        bind(instance());

        List<CompletableFuture<Object>> calls = IntStream.range(0, 100)
                .mapToObj(i -> template.asyncRequestBody(API + CALL, (Object) null))
                .toList();
        calls.forEach(CompletableFuture::join);

        assertThat(vendor.lines()).hasSize(2);
        assertThat(tokens()).hasSize(100).containsOnly("token-one");
    }

    @Test
    void aKeyThatHasExpiredIsReplacedBeforeItIsUsed() {
        bind(instance());
        answer(CALL, null);
        vendor.script(request -> metadata(request, key("two", Duration.ofHours(1))));

        // when there is still time
        CLOCK.advance(Duration.ofMinutes(50));
        answer(CALL, null);

        // then
        assertThat(vendor.lines()).hasSize(2);

        // when it has expired
        CLOCK.advance(Duration.ofMinutes(11));
        answer(CALL, null);

        // then
        assertThat(tokens()).containsExactly("token-one", "token-one", "token-two");
    }

    @Test
    void aKeyThatIsRevokedRightAfterItsFetchIsReplacedWithinTheCall() {
        vendor.script(request -> metadata(
                request,
                vendor.requests().size() == 2
                        ? key("one", "token-revoked", Duration.ofHours(1))
                        : key("two", Duration.ofHours(1))));
        bind(instance());

        answer(CALL, null);

        assertThat(tokens()).containsExactly("token-revoked", "token-two");
    }

    @Test
    void keysThatAreAllRefusedAreNotFetchedForEachCall() {
        vendor.script(request -> metadata(request, key("one", "token-revoked", Duration.ofHours(1))));
        TencentInstanceRoleCredentialsProvider role = instance();
        role.setRoleName("plant");
        bind(role);

        for (int call = 0; call < 5; call++) {
            failure(ApiException.class, CALL, null);
        }

        assertThat(vendor.lines()).hasSize(2);
    }

    @Test
    void aBrokenAnswerOfStsIsNamedWithoutWhatItSent() {
        vendor.script(request -> new Answer(
                200, "{\"Response\":{\"Credentials\":{\"TmpSecretKey\":\"canary-key\",\"Token\":canary-token"));
        bind(assumed());

        ApiException failure = failure(ApiException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("sts/AssumeRole")
                .hasMessageContaining("Check that " + vendor.url() + " can be reached.");
        assertNoCanary(failure);
    }

    @Test
    void anInstanceWithoutARoleIsToldAsSuch() {
        vendor.script(request -> new Answer(404, "not found"));
        bind(instance());

        InvalidRequestException failure = failure(InvalidRequestException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("no credentials, nothing was sent: instance metadata at " + vendor.url()
                        + ": no role is attached to this virtual machine. Attach one in the vendor's console");
    }

    @Test
    void aServiceThatFailsIsNamedWithoutWhatItSent() {
        vendor.script(
                request -> new Answer(200, "{\"Code\":\"Success\",\"TmpSecretKey\":\"canary-key\",\"Token\":[canary"));
        TencentInstanceRoleCredentialsProvider role = instance();
        role.setRoleName("plant");
        bind(role);

        ApiException failure = failure(ApiException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("instance metadata at " + vendor.url()
                        + ": it responded with a key of the role that is not JSON. Check the role");
        assertThat(failure.isRetryable()).isTrue();
        assertNoCanary(failure);
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUpInTime() {
        vendor.script(request -> new Answer(0, ""));
        TencentInstanceRoleCredentialsProvider role = instance();
        role.setTimeout(Duration.ofMillis(100));
        bind(role);

        ApiException failure = failure(ApiException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining(vendor.url() + ": no response after the request was sent")
                .hasMessageContaining("Elsewhere, set up another source of credentials.");
        assertThat(accounts.requests().count()).isZero();
    }

    @Test
    void anotherKeyAssumesARole() {
        vendor.script(request -> sts("one"));
        TencentAssumeRoleCredentialsProvider role = assumed();
        role.setExternalId("plant-7");
        role.setPolicy("{\"version\":\"2.0\"}");
        bind(role);

        answer(CALL, null);

        ScriptedServer.Request request = vendor.requests().get(0);
        assertThat(request.line()).isEqualTo("POST /");
        assertThat(request.header("X-TC-Action")).isEqualTo("AssumeRole");
        assertThat(request.header("X-TC-Version")).isEqualTo("2018-08-13");
        assertThat(request.header("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(request.header("Authorization"))
                .startsWith("TC3-HMAC-SHA256 Credential=AKIDlong/2026-06-01/sts/tc3_request, SignedHeaders=");
        JsonNode parameters = json(request.body());
        assertThat(parameters)
                .isEqualTo(
                        json(
                                "{'RoleArn':'qcs::cam::uin/1:roleName/plant','RoleSessionName':'camel-video',"
                                                .replace('\'', '"')
                                        + "\"DurationSeconds\":7200,\"Policy\":\"%7B%22version%22%3A%222.0%22%7D\",\"ExternalId\":\"plant-7\"}"));
        assertThat(tokens()).containsExactly("token-one");
    }

    /** The simulator has no STS: it refuses the product, which it looks at after the signature. */
    @Test
    void theSignatureOfAnAssumedRoleIsAccepted() {
        TencentAssumeRoleCredentialsProvider role = assumed();
        role.setEndpointUrl(accounts.url());
        bind(role);

        InvalidRequestException good = failure(InvalidRequestException.class, CALL, null);
        role.setCredentialsProvider(new StaticCredentialsProvider(new Credentials("AKIDlong", "another-key")));
        InvalidRequestException bad = failure(InvalidRequestException.class, CALL, null);

        assertThat(good).hasMessageContaining("code=NoSuchProduct");
        assertThat(bad).hasMessageContaining("code=AuthFailure.SignatureFailure");
    }

    @Test
    void aWrongClockIsCorrectedByTheVendorsTime() {
        vendor.script(request ->
                vendor.requests().size() == 1 ? new Answer(200, refused("AuthFailure.SignatureExpire")) : sts("one"));
        bind(assumed());

        answer(CALL, null);

        assertThat(vendor.requests())
                .extracting(request -> Long.parseLong(request.header("X-TC-Timestamp")))
                .containsExactly(
                        start.getEpochSecond(),
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .parse(vendor.dates().get(0), Instant::from)
                                .getEpochSecond());
    }

    @Test
    void aFaultOfStsIsPassedByAskingOnceMore() {
        vendor.script(
                request -> vendor.requests().size() == 1 ? new Answer(502, "<html>bad gateway</html>") : sts("one"));
        bind(assumed());

        answer(CALL, null);

        assertThat(vendor.requests()).hasSize(2);
    }

    @Test
    void aRefusalOfStsNamesPlaceAndRemedy() {
        vendor.script(request -> new Answer(200, refused("UnauthorizedOperation.CanaryFree")));
        bind(assumed());

        InvalidRequestException failure = failure(InvalidRequestException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("sts/AssumeRole at " + vendor.url() + ": refused by the vendor, "
                        + "code=UnauthorizedOperation.CanaryFree (The role does not trust the caller")
                .hasMessageContaining("requestId=request-1. Check roleArn");
        assertNoCanary(failure);
        assertThat(vendor.requests()).hasSize(1);
    }

    @Test
    void theTokenOfAPodIsExchangedUnsigned() throws Exception {
        vendor.script(request -> sts("one"));
        Path token = directory.resolve("token");
        Files.writeString(token, "canary-jwt-1\n");
        bind(webIdentity(token));
        answer(CALL, null);
        // when the platform replaces it
        Files.writeString(token, "canary-jwt-2\n");
        CLOCK.advance(Duration.ofHours(2));
        vendor.script(request -> sts("two"));
        answer(CALL, null);

        assertThat(vendor.requests())
                .extracting(
                        request -> json(request.body()).path("WebIdentityToken").asText())
                .containsExactly("canary-jwt-1", "canary-jwt-2");
        ScriptedServer.Request request = vendor.requests().get(0);
        assertThat(request.header("Authorization")).isEqualTo("SKIP");
        assertThat(request.header("X-TC-Action")).isEqualTo("AssumeRoleWithWebIdentity");
        assertThat(request.header("X-TC-Region")).isEqualTo("ap-singapore");
        assertThat(json(request.body()).path("ProviderId").asText()).isEqualTo("tke-oidc");
        assertThat(tokens()).containsExactly("token-one", "token-two");
    }

    @Test
    void aMissingTokenFileIsNamed() {
        bind(webIdentity(directory.resolve("missing")));

        assertThat(failure(InvalidRequestException.class, CALL, null))
                .hasMessageContaining("Identity token from file " + directory.resolve("missing") + ": cannot be read");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aMissingPropertyIsNamed() {
        bind(new TencentAssumeRoleCredentialsProvider());

        assertThat(failure(InvalidRequestException.class, CALL, null))
                .hasMessageContaining("TencentAssumeRoleCredentialsProvider: roleArn is not set. Set it.");
    }

    @Test
    void aProfileThatNoFileHasIsNamedWithTheFiles() {
        assertThat(failure(InvalidRequestException.class, "DescribeWarnMod?profile=no-such-profile", null))
                .hasMessageContaining("no-such-profile.credential does not exist")
                .hasMessageContaining("Add profile no-such-profile to one of these.");
    }

    @Test
    void aClassNameIsEnough() {
        TencentVideoConfiguration configuration = context.getEndpoint(
                        API + "DescribeWarnMod?credentialsProvider=#class:"
                                + TencentInstanceRoleCredentialsProvider.class.getName(),
                        io.github.camelvideo.tencent.TencentVideoEndpoint.class)
                .getConfiguration();

        assertThat(configuration.getCredentialsProvider()).isInstanceOf(TencentInstanceRoleCredentialsProvider.class);
    }

    private void bind(CredentialsProvider provider) {
        context.getRegistry().bind("role", provider);
    }

    private TencentInstanceRoleCredentialsProvider instance() {
        TencentInstanceRoleCredentialsProvider role = new TencentInstanceRoleCredentialsProvider();
        role.setEndpointUrl(vendor.url());
        return role;
    }

    private TencentAssumeRoleCredentialsProvider assumed() {
        TencentAssumeRoleCredentialsProvider role = new TencentAssumeRoleCredentialsProvider();
        role.setCredentialsProvider(new StaticCredentialsProvider(new Credentials("AKIDlong", "key-long")));
        role.setRoleArn(ROLE_ARN);
        role.setEndpointUrl(vendor.url());
        role.setClock(CLOCK);
        return role;
    }

    private TencentWebIdentityCredentialsProvider webIdentity(Path token) {
        TencentWebIdentityCredentialsProvider role = new TencentWebIdentityCredentialsProvider();
        role.setProviderId("tke-oidc");
        role.setRoleArn(ROLE_ARN);
        role.setRegion("ap-singapore");
        role.setWebIdentityTokenFile(token.toString());
        role.setEndpointUrl(vendor.url());
        role.setClock(CLOCK);
        return role;
    }

    private static Answer metadata(ScriptedServer.Request request, String key) {
        return new Answer(200, request.line().equals(ROLES) ? "plant role\n" : key);
    }

    private static String key(String name, Duration valid) {
        return key(name, "token-" + name, valid);
    }

    private static String key(String name, String token, Duration valid) {
        long end = CLOCK.instant().plus(valid).getEpochSecond();
        return "{\"TmpSecretId\":\"AKID" + name + "\",\"TmpSecretKey\":\"key-" + name + "\",\"ExpiredTime\":" + end
                + ",\"Expiration\":\"" + Instant.ofEpochSecond(end) + "\",\"Token\":\"" + token
                + "\",\"Code\":\"Success\"}";
    }

    private static Answer sts(String name) {
        long end = CLOCK.instant().plus(Duration.ofHours(1)).getEpochSecond();
        return new Answer(
                200,
                "{\"Response\":{\"Credentials\":{\"Token\":\"token-" + name + "\",\"TmpSecretId\":\"AKID" + name
                        + "\",\"TmpSecretKey\":\"key-" + name + "\"},\"ExpiredTime\":" + end
                        + ",\"Expiration\":\"" + Instant.ofEpochSecond(end) + "\",\"RequestId\":\"request-1\"}}");
    }

    private static String refused(String code) {
        return "{\"Response\":{\"Error\":{\"Code\":\"" + code
                + "\",\"Message\":\"canary-text of the vendor\"},\"RequestId\":\"request-1\"}}";
    }

    private static void assertNoCanary(Throwable failure) {
        assertThat(failure).hasStackTraceContaining("credentials");
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary");
    }

    private List<String> tokens() {
        return accounts.requests().all().stream()
                .map(request -> request.headers().get("x-tc-token"))
                .toList();
    }
}
