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
import io.github.camelvideo.aliyun.ScriptedServer;
import io.github.camelvideo.aliyun.ScriptedServer.Answer;
import io.github.camelvideo.aliyun.ScriptedServer.Request;
import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.aliyun.credentials.AliyunAssumeRoleCredentialsProvider;
import io.github.camelvideo.aliyun.credentials.AliyunInstanceRoleCredentialsProvider;
import io.github.camelvideo.aliyun.credentials.AliyunOidcCredentialsProvider;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary keys of roles, from places that a scripted server plays, in calls to the simulator. */
class RoleCredentialsIT extends SimulatedCloud {

    private static final String CALL = "QueryRecordPlans?credentialsProvider=#role";
    private static final String TOKEN = "PUT /latest/api/token";
    private static final String ROLES = "GET /latest/meta-data/ram/security-credentials/";
    private static final String ROLE_ARN = "acs:ram::1:role/plant";

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
                .account("LTAIlong", "key-long")
                .account("STS.one", "key-one", "CAIS+one/==")
                .account("STS.two", "key-two", "CAIS+two/==")
                .start();
        AliyunLinkVisualConfiguration defaults = component().getConfiguration();
        defaults.setAccessKeyId(null);
        defaults.setAccessKeySecret(null);
        defaults.setEndpointUrl(accounts.url());
        vendor = new ScriptedServer(request -> hardened(request, "one"));
    }

    @AfterEach
    void stopIt() {
        accounts.close();
        vendor.close();
        CLOCK.set(start);
    }

    @Test
    void theRoleOfAnInstanceIsAskedForWithATokenOfTheService() {
        bind(instance());

        answer(CALL, null);

        assertThat(vendor.lines()).containsExactly(TOKEN, ROLES, ROLES + "plant");
        assertThat(vendor.requests().get(0).header("X-aliyun-ecs-metadata-token-ttl-seconds"))
                .isEqualTo("21600");
        assertThat(vendor.requests().get(2).header("X-aliyun-ecs-metadata-token"))
                .isEqualTo("canary-metadata-token");
        accepted(1);
    }

    @Test
    void aServiceWithoutTokensIsAskedWithoutOne() {
        vendor.script(request -> request.line().equals(TOKEN) ? new Answer(404, "") : plain(request, "one"));
        bind(instance());

        answer(CALL, null);

        assertThat(vendor.requests().get(2).header("X-aliyun-ecs-metadata-token"))
                .isNull();
    }

    @Test
    void aTokenThatIsRefusedIsLeftOut() {
        vendor.script(request -> request.header("X-aliyun-ecs-metadata-token") != null
                ? new Answer(403, "")
                : hardenedToken(request, plain(request, "one")));
        bind(instance());

        answer(CALL, null);
    }

    @Test
    void aRequiredTokenIsNotLeftOut() {
        vendor.script(request -> request.line().equals(TOKEN) ? new Answer(403, "") : plain(request, "one"));
        AliyunInstanceRoleCredentialsProvider role = instance();
        role.setTokenRequired(true);
        bind(role);

        ApiException failure = failure(ApiException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("instance metadata at " + vendor.url() + ": HTTP status 403 instead of a token");
        assertThat(vendor.lines()).containsExactly(TOKEN);
    }

    @Test
    void oneHundredCallsAtOnceFetchOneKey() {
        bind(instance());

        List<CompletableFuture<Object>> calls = IntStream.range(0, 100)
                .mapToObj(i -> template.asyncRequestBody(SCHEME + CALL, (Object) null))
                .toList();
        calls.forEach(CompletableFuture::join);

        assertThat(vendor.lines()).hasSize(3);
        accepted(100);
    }

    @Test
    void aKeyThatHasExpiredIsReplacedBeforeItIsUsed() {
        bind(instance());
        answer(CALL, null);
        vendor.script(request -> hardened(request, "two"));
        CLOCK.advance(Duration.ofHours(2));

        answer(CALL, null);

        assertThat(vendor.lines()).hasSize(6);
        accepted(2);
    }

    @Test
    void aKeyThatIsRevokedRightAfterItsFetchIsReplacedWithinTheCall() {
        accounts.close();
        accounts = VideoCloudSimulator.builder()
                .clock(CLOCK)
                .rateLimits(false)
                .account("STS.one", "key-one", "CAIS+revoked/==")
                .account("STS.two", "key-two", "CAIS+two/==")
                .start();
        component().getConfiguration().setEndpointUrl(accounts.url());
        vendor.script(request -> hardened(request, vendor.requests().size() <= 3 ? "one" : "two"));
        bind(instance());

        answer(CALL, null);

        assertThat(vendor.lines()).hasSize(6);
        accepted(2);
    }

    @Test
    void aKeyWithoutItsTokenIsNamedWithoutTheRest() {
        vendor.script(request -> request.line().equals(ROLES + "plant")
                ? new Answer(
                        200, "{\"Code\":\"Success\",\"AccessKeyId\":\"STS.a\",\"AccessKeySecret\":\"canary-secret\"}")
                : hardened(request, "one"));
        bind(instance());

        ApiException failure = failure(ApiException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining(
                        "instance metadata at " + vendor.url() + ": the response has no SecurityToken. Check");
        assertNoCanary(failure);
    }

    @Test
    void anotherKeyAssumesARole() {
        vendor.script(request -> sts("one"));
        AliyunAssumeRoleCredentialsProvider role = assumed("key-long");
        role.setExternalId("plant-7");
        role.setPolicy("{\"Version\":\"1\"}");
        bind(role);

        answer(CALL, null);

        assertThat(vendor.requests().get(0).line()).isEqualTo("POST /");
        assertThat(pairs(vendor.requests().get(0).uri().getRawQuery()))
                .containsEntry("Action", "AssumeRole")
                .containsEntry("Version", "2015-04-01")
                .containsEntry("Format", "JSON")
                .containsEntry("AccessKeyId", "LTAIlong")
                .containsEntry("RoleArn", ROLE_ARN)
                .containsEntry("RoleSessionName", "camel-video")
                .containsEntry("DurationSeconds", "3600")
                .containsEntry("ExternalId", "plant-7")
                .containsEntry("Policy", "{\"Version\":\"1\"}")
                .containsKeys("Signature", "SignatureNonce", "Timestamp");
        accepted(1);
    }

    /** The simulator has no STS: it refuses the version, which it looks at after the signature. */
    @Test
    void theSignatureOfAnAssumedRoleIsAccepted() {
        AliyunAssumeRoleCredentialsProvider role = assumed("key-long");
        role.setEndpointUrl(accounts.url());
        bind(role);

        InvalidRequestException good = failure(InvalidRequestException.class, CALL, null);
        role.setCredentialsProvider(key("another-key"));
        InvalidRequestException bad = failure(InvalidRequestException.class, CALL, null);

        assertThat(good).hasMessageContaining("code=InvalidVersion");
        assertThat(bad).hasMessageContaining("code=SignatureDoesNotMatch");
    }

    /** The vendor quotes what was signed, in which the token of a temporary key stands. */
    @Test
    void aRefusalOfStsNamesPlaceAndRemedyAndQuotesNothing() {
        vendor.script(
                request -> new Answer(
                        403,
                        "{\"RequestId\":\"request-1\",\"Code\":\"NoPermission\",\"Message\":\"server string to sign is: canary\"}"));
        bind(assumed("key-long"));

        InvalidRequestException failure = failure(InvalidRequestException.class, CALL, null);

        assertThat(failure)
                .hasMessageContaining("sts/AssumeRole at " + vendor.url() + ": refused by the vendor, code=NoPermission"
                        + " (The role does not trust the caller")
                .hasMessageContaining("requestId=request-1. Check roleArn");
        assertNoCanary(failure);
    }

    @Test
    void theTokenOfAPodIsExchangedUnsigned() throws Exception {
        vendor.script(request -> sts("one"));
        Path token = directory.resolve("token");
        Files.writeString(token, "canary.jwt+1\n");
        AliyunOidcCredentialsProvider role = new AliyunOidcCredentialsProvider();
        role.setRoleArn(ROLE_ARN);
        role.setOidcProviderArn("acs:ram::1:oidc-provider/ack");
        role.setOidcTokenFile(token.toString());
        role.setEndpointUrl(vendor.url());
        role.setClock(CLOCK);
        bind(role);

        answer(CALL, null);

        Request request = vendor.requests().get(0);
        assertThat(pairs(request.uri().getRawQuery()))
                .containsOnlyKeys("Action", "Version", "Format", "SignatureNonce", "Timestamp")
                .containsEntry("Action", "AssumeRoleWithOIDC");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(pairs(request.body()))
                .isEqualTo(Map.of(
                        "OIDCToken",
                        "canary.jwt+1",
                        "OIDCProviderArn",
                        "acs:ram::1:oidc-provider/ack",
                        "RoleArn",
                        ROLE_ARN,
                        "RoleSessionName",
                        "camel-video",
                        "DurationSeconds",
                        "3600"));
        accepted(1);
    }

    private void bind(CredentialsProvider provider) {
        context.getRegistry().bind("role", provider);
    }

    private AliyunInstanceRoleCredentialsProvider instance() {
        AliyunInstanceRoleCredentialsProvider role = new AliyunInstanceRoleCredentialsProvider();
        role.setEndpointUrl(vendor.url());
        return role;
    }

    private AliyunAssumeRoleCredentialsProvider assumed(String secret) {
        AliyunAssumeRoleCredentialsProvider role = new AliyunAssumeRoleCredentialsProvider();
        role.setCredentialsProvider(key(secret));
        role.setRoleArn(ROLE_ARN);
        role.setEndpointUrl(vendor.url());
        role.setClock(CLOCK);
        return role;
    }

    private static CredentialsProvider key(String secret) {
        return new StaticCredentialsProvider(new Credentials("LTAIlong", secret));
    }

    /** The security hardened mode: nothing without the token. */
    private static Answer hardened(Request request, String name) {
        boolean allowed = request.line().equals(TOKEN)
                || "canary-metadata-token".equals(request.header("X-aliyun-ecs-metadata-token"));
        return allowed ? hardenedToken(request, plain(request, name)) : new Answer(403, "");
    }

    private static Answer hardenedToken(Request request, Answer otherwise) {
        return request.line().equals(TOKEN) ? new Answer(200, "canary-metadata-token") : otherwise;
    }

    private static Answer plain(Request request, String name) {
        return new Answer(
                200,
                request.line().equals(ROLES)
                        ? "plant"
                        : "{\"AccessKeyId\":\"STS." + name + "\",\"AccessKeySecret\":\"key-" + name
                                + "\",\"Expiration\":\"" + inAnHour() + "\",\"SecurityToken\":\"CAIS+" + name
                                + "/==\",\"LastUpdated\":\"" + CLOCK.instant() + "\",\"Code\":\"Success\"}");
    }

    private static Answer sts(String name) {
        return new Answer(
                200,
                "{\"RequestId\":\"request-1\",\"AssumedRoleUser\":{\"Arn\":\"a\",\"AssumedRoleId\":\"1:camel\"},"
                        + "\"Credentials\":{\"AccessKeyId\":\"STS." + name + "\",\"AccessKeySecret\":\"key-" + name
                        + "\",\"SecurityToken\":\"CAIS+" + name + "/==\",\"Expiration\":\"" + inAnHour() + "\"}}");
    }

    private static Instant inAnHour() {
        return CLOCK.instant().plus(Duration.ofHours(1));
    }

    private static Map<String, String> pairs(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (a, b) -> b,
                        TreeMap::new));
    }

    private static void assertNoCanary(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary");
    }

    /** The simulator knows the keys and answers only if the token of the one that signed came with it. */
    private void accepted(int calls) {
        assertThat(accounts.requests().count()).isEqualTo(calls);
    }
}
