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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonAccessProtocolTest {

    private static final String HOST = "fcgi.video.qcloud.com";

    /** One minute before the expiry of the vendor's example. */
    private static final Instant NOW = Instant.parse("2017-03-30T07:18:07.900Z");

    /** The key of the vendor's example. */
    private static final Credentials KEY = new Credentials("1252463788", "40328529ca4381a80c6ecf2e6aa57438");

    private static final String SIGN = "7f29ed83c61b77de1b0d66936fd4fd44";

    private final CommonAccessProtocol protocol = new CommonAccessProtocol(() -> 1527240138);

    @Test
    void givesTheSignatureOfTheVendorsExample() {
        assertThat(CommonAccessProtocol.sign(KEY.secret(), 1490858347)).isEqualTo(SIGN);
    }

    @Test
    void sendsAQueryThatExpiresAMinuteFromNow() {
        // given
        ApiCall call = Cases.call(
                "live-v2017",
                "LiveTapeStart",
                null,
                "{\"Param.s.channel_id\":\"8888_测\",\"Param.s.start_time\":\"2017-05-20 10:00:00\"}");

        // when
        WireRequest request = protocol.encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/common_access");
        assertThat(request.query())
                .isEqualTo("appid=1252463788&interface=Live_Tape_Start&t=1490858347&sign=" + SIGN
                        + "&Param.s.channel_id=8888_%E6%B5%8B&Param.s.start_time=2017-05-20%2010%3A00%3A00");
        assertThat(request.body()).isNull();
        assertThat(request.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GetLiveStat, cmd",
        "GetLivePushStat, cmd",
        "GetLivePlayStat, cmd",
        "GetBillingBandwidth, cmd",
        "LiveChannelGetStatus, appid"
    })
    void namesTheAccountAsTheHostOfTheActionDoes(String action, String name) {
        assertThat(protocol.encode(Cases.call("live-v2017", action, null, "{}"), HOST, KEY, NOW)
                        .query())
                .startsWith(name + "=1252463788&interface=");
    }

    @Test
    void postsAMixWithItsParametersInside() throws IOException {
        // given
        ApiCall call = Cases.call(
                "live-v2017",
                "MixStreamV2StartMixStreamAdvanced",
                null,
                """
                {"mix_stream_session_id":"room","output_stream_id":"out","input_stream_list":\
                [{"input_stream_id":"in","layout_params":{"image_layer":1,"location_x":0.50}}]}""");

        // when
        WireRequest request = protocol.encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/common_access");
        assertThat(request.query()).isEqualTo("appid=1252463788&interface=Mix_StreamV2&t=1490858347&sign=" + SIGN);
        assertThat(request.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(Cases.object(Cases.text(request)))
                .isEqualTo(
                        Cases.object(
                                """
                {"timestamp":1490858287,"eventId":1527240138,"interface":{"interfaceName":"Mix_StreamV2","para":{\
                "app_id":1252463788,"interface":"mix_streamv2.start_mix_stream_advanced",\
                "mix_stream_session_id":"room","output_stream_id":"out","input_stream_list":\
                [{"input_stream_id":"in","layout_params":{"image_layer":1,"location_x":0.50}}]}}}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "LiveChannelGetStatus, sign",
        "LiveChannelGetStatus, t",
        "LiveChannelGetStatus, appid",
        "MixStreamV2CancelMixStream, interface",
        "MixStreamV2CancelMixStream, app_id"
    })
    void noParameterTakesThePlaceOfItsOwn(String action, String name) {
        // given
        ApiCall call = Cases.call("live-v2017", action, null, "{\"" + name + "\":\"x\"}");

        // then
        assertThatThrownBy(() -> protocol.encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parameters " + name + " have names that the signed request uses itself");
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        // given
        ApiCall call = Cases.call(
                "live-v2017", "LiveChannelGetStatus", null, "{\"Param.s.channel_id\":\"" + "x".repeat(33_000) + "\"}");

        // then
        assertThatThrownBy(() -> protocol.encode(call, HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("too large")
                .hasMessageEndingWith("Send shorter parameters.");
    }
}
