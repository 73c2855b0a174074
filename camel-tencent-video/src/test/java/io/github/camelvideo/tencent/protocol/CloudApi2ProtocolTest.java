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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CloudApi2ProtocolTest {

    private static final String HOST = "live.api.qcloud.com";
    private static final Instant NOW = Instant.ofEpochSecond(1465185768);
    private static final Credentials KEY = new Credentials("AKIDEXAMPLE", "EXAMPLE-SECRET-KEY");

    @Test
    void sendsAQueryInTheOrderItIsSigned() {
        // given
        ApiCall call = Cases.call("live-v2", "DescribeLVBChannelList", "gz", "{\"pageNo\":1,\"pageSize\":10}");

        // when
        WireRequest request = protocol(HttpMethod.GET).encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v2/index.php");
        assertThat(request.query())
                .isEqualTo("Action=DescribeLVBChannelList&Nonce=11886&Region=gz&SecretId=AKIDEXAMPLE"
                        + "&Timestamp=1465185768&pageNo=1&pageSize=10&Signature=A6iIytQ%2Fx5ex0hRLkL8rEHA08Cs%3D");
        assertThat(request.body()).isNull();
    }

    @Test
    void sendsAFormWhoseArraysCountFromOne() throws IOException {
        // given
        ApiCall call = Cases.call(
                "live-v2",
                "CreateLVBChannel",
                "gz",
                """
                {"channelName":"国际乒乓球锦标赛3","outputSourceType":2,"sourceList":[{"name":"video-1999","type":"1"}]}""");

        // when
        WireRequest request = protocol(HttpMethod.POST).encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v2/index.php");
        assertThat(request.query()).isNull();
        assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(Cases.text(request))
                .contains("&sourceList.1.name=video-1999&sourceList.1.type=1&")
                .endsWith("&Signature=mTxdthcLaWwwzD3NcdxuU4n72Is%3D");
    }

    @Test
    void sendsUnderscoresThatItSignsAsDots() {
        // given
        ApiCall call = Cases.call("live-v2", "DescribeLVBChannel", "gz", "{\"channel_id\":\"7\"}");
        ApiCall dotted = Cases.call("live-v2", "DescribeLVBChannel", "gz", "{\"channel.id\":\"7\"}");

        // when
        String sent = protocol(HttpMethod.GET).encode(call, HOST, KEY, NOW).query();
        String twin = protocol(HttpMethod.GET).encode(dotted, HOST, KEY, NOW).query();

        // then
        assertThat(sent).contains("&channel_id=7&").isEqualTo(twin.replace("channel.id", "channel_id"));
    }

    @Test
    void signsTheHostTheCallGoesTo() {
        // given
        ApiCall call = Cases.call("live-v2", "DescribeLVBChannel", "gz", "{\"channelId\":7}");

        // then
        assertThat(protocol(HttpMethod.GET)
                        .encode(call, "127.0.0.1:8080", KEY, NOW)
                        .query())
                .isNotEqualTo(
                        protocol(HttpMethod.GET).encode(call, HOST, KEY, NOW).query());
    }

    @Test
    void everyAttemptHasANonceOfItsOwn() {
        // given
        ApiCall call = Cases.call("live-v2", "DescribeLVBChannel", "gz", "{\"channelId\":7}");
        CloudApi2Protocol protocol = new CloudApi2Protocol(HttpMethod.GET, new AtomicInteger()::incrementAndGet);

        // then
        assertThat(protocol.encode(call, HOST, KEY, NOW).query()).contains("&Nonce=1&");
        assertThat(protocol.encode(call, HOST, KEY, NOW).query()).contains("&Nonce=2&");
    }

    @Test
    void sendsTheTokenOfATemporaryKey() {
        // given
        ApiCall call = Cases.call("live-v2", "DescribeLVBChannel", "gz", "{\"channelId\":7}");
        Credentials temporary = new Credentials("AKIDEXAMPLE", "secret", "to/ken", null);

        // then
        assertThat(protocol(HttpMethod.GET).encode(call, HOST, temporary, NOW).query())
                .contains("&Token=to%2Fken&");
    }

    @Test
    void refusesWhatAFormCannotSay() {
        // given
        ApiCall empty = Cases.call("live-v2", "DeleteLVBChannel", "gz", "{\"channelIds\":[]}");
        ApiCall clash = Cases.call("live-v2", "DeleteLVBChannel", "gz", "{\"Nonce\":1}");

        // then neither speaks of ways that only API 3.0 has
        assertThatThrownBy(() -> protocol(HttpMethod.POST).encode(empty, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parameter 'channelIds' is an empty array")
                .hasMessageEndingWith("Leave it out.");
        assertThatThrownBy(() -> protocol(HttpMethod.POST).encode(clash, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parameters Nonce have names that the signed request uses itself")
                .hasMessageEndingWith("Leave it out.");
    }

    private static CloudApi2Protocol protocol(HttpMethod method) {
        return new CloudApi2Protocol(method, () -> 11886);
    }
}
