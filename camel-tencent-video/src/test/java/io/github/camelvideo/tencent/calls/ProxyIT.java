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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that go through an HTTP proxy. The simulator takes its part: what reaches it was sent to the proxy. */
class ProxyIT extends Calling {

    private static final String ELSEWHERE = "endpointUrl=http://video.example.invalid&allowHttp=true&maxRetries=0";

    @ParameterizedTest
    @ValueSource(strings = {"TC3_HMAC_SHA256", "HMAC_SHA1"})
    void isSignedForTheCloudAndSentToTheProxy(String signMethod) {
        answer(
                "DescribeWarnMod?" + ELSEWHERE + "&proxyHost=127.0.0.1&proxyPort=" + cloud().port() + "&signMethod="
                        + signMethod,
                null);

        assertThat(cloud().requests().last().headers()).containsEntry("host", "video.example.invalid");
    }

    @Test
    void theProxyIsToldWhoAsks() {
        answer(
                "DescribeWarnMod?" + ELSEWHERE
                        + "&proxyHost=127.0.0.1&proxyUser=me&proxyPassword=RAW(secret)&proxyPort=" + cloud().port(),
                null);

        assertThat(cloud().requests().last().headers()).containsEntry("proxy-authorization", "Basic bWU6c2VjcmV0");
    }
}
