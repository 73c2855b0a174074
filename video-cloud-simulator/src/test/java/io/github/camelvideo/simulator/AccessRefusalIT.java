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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the interfaces of 2017 refuse, and how. */
class AccessRefusalIT {

    private static final SimulatorClock CLOCK = SimulatorClock.at("2026-05-01T00:00:00Z");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(
            VideoCloudSimulator.builder().clock(CLOCK).apiKey("1250000007", "key-7"));

    @ParameterizedTest
    @CsvSource({
        "appid=1250000007&interface=Live_Channel_GetLiveChannelList, 0, key-7, 200, 0,",
        "appid=1250000007&interface=Live_Channel_GetLiveChannelList, -1, key-7, 403, ,",
        "appid=1250000007&interface=Live_Channel_GetLiveChannelList, 60, key-8, 403, ,",
        "appid=1250000008&interface=Live_Channel_GetLiveChannelList, 60, key-7, 200, 1, appid is invalid",
        "cmd=1250000007&interface=Live_Channel_GetLiveChannelList, 60, key-7, 200, 1, appid is invalid",
        "cmd=1250000007&interface=Get_LiveStat, 60, key-7, 200, 0,",
        "appid=1250000007&interface=Get_LiveStat, 60, key-7, 200, 1, cmd is invalid",
        "cmd=1250000007&interface=Get_LiveStat&Param.n.page_no=0, 60, key-7, 200, 1,",
        "cmd=1250000007&interface=Get_LiveStat&Param.n.page=1, 60, key-7, 200, 1,",
        "appid=1250000007&interface=Live_Channel_GetStatus, 60, key-7, 200, 1,",
        "appid=1250000007&interface=Live_Channel_GetStatus&Param.s.channel_id=a, 60, key-7, 200, 20601,",
        "appid=1250000007&interface=Live_Channel_Get, 60, key-7, 200, 1,"
    })
    void everyQueryHasItsAnswer(String query, int beside, String key, int status, Integer ret, String message)
            throws Exception {
        HttpResponse<String> response = send(signed(query, beside, key), null);

        assertThat(response.statusCode()).isEqualTo(status);
        if (ret != null) {
            JsonNode answer = new ObjectMapper().readTree(response.body());
            assertThat(answer.get("ret").asInt()).isEqualTo(ret);
            assertThat(answer.get("retcode").asInt()).isEqualTo(ret);
            if (message != null) {
                assertThat(answer.get("message").textValue()).isEqualTo(message);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1250000007, 5, Mix_StreamV2, mix_streamv2.cancel_mix_stream, 0",
        "1250000007, 0, Mix_StreamV2, mix_streamv2.cancel_mix_stream, -2",
        "1250000008, 5, Mix_StreamV2, mix_streamv2.cancel_mix_stream, -2",
        "1250000007, 5, Mix_Stream, mix_streamv2.cancel_mix_stream, -1",
        "1250000007, 5, Mix_StreamV2, mix_streamv2.stop, -1",
        "1250000007, 5, Mix_StreamV2, mix_streamv2.start_mix_stream_advanced, -1"
    })
    void everyMixHasItsAnswer(String appId, int eventId, String name, String inner, int code) throws Exception {
        String body = "{\"timestamp\":1,\"eventId\":" + eventId + ",\"interface\":{\"interfaceName\":\"" + name
                + "\",\"para\":{\"app_id\":" + appId + ",\"interface\":\"" + inner
                + "\",\"mix_stream_session_id\":\"s\"}}}";

        HttpResponse<String> response = send(signed("appid=1250000007&interface=Mix_StreamV2", 60, "key-7"), body);

        JsonNode answer = new ObjectMapper().readTree(response.body());
        assertThat(answer.get("code").asInt()).as(response.body()).isEqualTo(code);
        assertThat(answer.get("event_id").textValue()).isEqualTo(Integer.toString(eventId));
    }

    @Test
    void aMixThatIsNoJsonCannotBeParsed() throws Exception {
        HttpResponse<String> response = send(signed("appid=1250000007&interface=Mix_StreamV2", 60, "key-7"), "{");

        assertThat(new ObjectMapper().readTree(response.body()).get("code").asInt())
                .isEqualTo(-1);
    }

    @Test
    void aQueryIsNotPosted() throws Exception {
        String query = signed("appid=1250000007&interface=Live_Channel_GetLiveChannelList", 60, "key-7");

        assertThat(send(query, "{}").statusCode()).isEqualTo(404);
    }

    private static String signed(String query, long beside, String key) {
        long expiry = CLOCK.instant().getEpochSecond() + beside;
        return query + "&t=" + expiry + "&sign=" + TestSigner.md5(key + expiry);
    }

    private static HttpResponse<String> send(String query, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(CLOUD.simulator().url() + "/common_access?" + query));
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
