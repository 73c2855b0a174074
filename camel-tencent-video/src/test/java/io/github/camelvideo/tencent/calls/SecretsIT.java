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
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoEndpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** No secret is told: in no message, no stack trace, no text form, no log line of any level. */
class SecretsIT extends Calling {

    private static final String TOKEN = "token-that-nobody-may-see";
    private static final String PASSWORD = "proxy-word-that-nobody-may-see";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.camelvideo");
    private final Logger simulator = (Logger) LoggerFactory.getLogger("io.github.camelvideo.simulator");
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
        // it may say what it likes of its own
        simulator.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        ours.setLevel(null);
        simulator.setAdditive(true);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAGE_REPEATED", "ITEMS_SHUFFLED", "SLOW_BODY", "HTTP_503_RETRY_AFTER"})
    void whateverGoesWrong(Fault fault) {
        for (String way : List.of(
                "signMethod=TC3_HMAC_SHA256",
                "signMethod=HMAC_SHA256&httpMethod=GET",
                "wireLog=true",
                "wireLog=true&signMethod=HMAC_SHA1&httpMethod=GET")) {
            cloud().faults().next(2, fault);

            tell(call("DescribeWarnMod?readTimeout=150&maxRetries=1&sessionToken=RAW(" + TOKEN + ")&" + way, null)
                    .getException());
            cloud().faults().clear();
        }

        assertThat(cloud().requests().count()).isPositive();
        assertThat(lines()).contains("DescribeWarnMod: attempt 1");
        noSecretWasTold();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_500", "EXPIRED_SIGNATURE", "HTML_PAGE", "CUT_IN_BODY", "REDIRECT"})
    void whateverGoesWrongWithAnObsoleteApi(Fault fault) {
        for (String call : List.of(
                "live-v2017/LiveChannelGetLiveChannelList?apiKey=RAW(" + VideoCloudSimulator.API_KEY + ")",
                "live-v2/DescribeLVBChannelList?region=gz&httpMethod=GET",
                "live-v2/DescribeLVBChannelList?region=gz")) {
            cloud().faults().next(2, fault);

            tell(template.send("tencent-video:" + call + "&maxRetries=1&wireLog=true", sent -> {})
                    .getException());
            cloud().faults().clear();
        }

        noSecretWasTold();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeWarnMod?secretKey=RAW(%s)&callTimeout=soon",
                "DescribeWarnMod?secretKey=RAW(%s)&unknown=1",
                "DescribeWarnings?secretKey=%s&OrderTyp=1",
                "DescribeWarning?secretKey=%s",
                "DescribeWarnMod?secretId=a&secretKey=RAW(%s)&region=moon",
                "DescribeWarnMod?secretKey=%s&endpointUrl=http://example.com",
            })
    void whenNoEndpointCanBeMade(String uri) {
        tell(catchThrowable(() -> context.getEndpoint(API
                + uri.formatted(VideoCloudSimulator.SECRET_KEY) + "&sessionToken=RAW(" + TOKEN + ")&proxyPassword=RAW("
                + PASSWORD + ")")));

        assertThat(told).isNotEmpty();
        noSecretWasTold();
    }

    @Test
    void whenTheMessageIsWrong() {
        String withToken = "DescribeWarnings?sessionToken=RAW(" + TOKEN + ")";
        tell(call(withToken, null).getException());
        tell(call(withToken, "{").getException());
        tell(call(withToken, 5).getException());
        tell(call(withToken, Map.of("OrderType", "x")).getException());
        tell(call(withToken + "&httpMethod=GET", Map.of("OrderType", 1, "DeviceId", "x".repeat(40_000)))
                .getException());

        noSecretWasTold();
    }

    @Test
    void whenAProviderTalksTooMuch() {
        component().getConfiguration().setSecretId(null);
        CredentialsProvider talkative = () -> {
            throw new IOException("the key is " + VideoCloudSimulator.SECRET_KEY);
        };
        context.getRegistry().bind("talkative", talkative);
        component().getConfiguration().setSecretKey(null);

        Exception failure =
                call("DescribeWarnMod?credentialsProvider=#talkative", null).getException();

        told.add(failure.getMessage());
        noSecretWasTold();
    }

    @Test
    void whenSomebodyPrintsOurObjects() throws Exception {
        TencentVideoEndpoint endpoint = context.getEndpoint(
                API + "DescribeWarnMod?secretKey=RAW(" + VideoCloudSimulator.SECRET_KEY + ")&sessionToken=RAW(" + TOKEN
                        + ")&proxyHost=p&proxyPort=1&proxyPassword=RAW(" + PASSWORD + ")",
                TencentVideoEndpoint.class);
        Credentials credentials = new Credentials("AKIDsimulator", VideoCloudSimulator.SECRET_KEY, TOKEN, null);

        told.add(endpoint.toString());
        told.add(endpoint.getServiceUrl() + endpoint.getServiceMetadata());
        told.add(endpoint.createProducer().toString());
        told.add(endpoint.getConfiguration().toString());
        told.add(component().toString());
        told.add(component().getConfiguration().toString());
        told.add(credentials.toString());
        told.add(new StaticCredentialsProvider(credentials).toString());

        noSecretWasTold();
    }

    @Test
    void aPasswordAmongTheParametersIsNotToldEither() {
        String password = "camera-word-that-nobody-may-see";

        tell(call("UpdateDevicePassWord", Map.of("PassWord", password)).getException());
        tell(call("UpdateDevicePassWord", Map.of("PassWord", password, "DeviceIdd", 1))
                .getException());
        tell(call("UpdateDevicePassWord", Map.of("PassWord", Map.of(password, 1), "DeviceId", 1))
                .getException());
        cloud().faults().next(Fault.INTERNAL_ERROR);
        tell(call("UpdateDevicePassWord", Map.of("PassWord", password, "DeviceId", "a"))
                .getException());

        assertThat(String.join("\n", told) + lines()).doesNotContain(password);
    }

    private void tell(Throwable failure) {
        if (failure == null) {
            return;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        told.add(failure + trace.toString());
    }

    private void noSecretWasTold() {
        List<String> secrets =
                new ArrayList<>(List.of(VideoCloudSimulator.SECRET_KEY, VideoCloudSimulator.API_KEY, TOKEN, PASSWORD));
        cloud().requests().all().stream().map(RecordedRequest::signature).forEach(secrets::add);
        assertThat(secrets).doesNotContainNull();
        assertThat(told).isNotEmpty();
        assertThat(String.join("\n", told) + lines()).doesNotContain(secrets);
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (ILoggingEvent event : log.list) {
            lines.append('\n').append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.append(event.getThrowableProxy().getMessage());
            }
        }
        return lines.toString();
    }
}
