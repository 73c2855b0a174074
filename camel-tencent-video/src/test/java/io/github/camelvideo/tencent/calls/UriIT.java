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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URI may say, and how. */
class UriIT extends Calling {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TimeTemplateSpecs=RAW([{\"DayofWeek\":1,\"BeginTime\":\"08:00\",\"EndTime\":\"12:30\"}])",
                "TimeTemplateSpecs=[{\"DayofWeek\":\"1\",\"BeginTime\":\"08:00\",\"EndTime\":\"12:30\"}]",
                "TimeTemplateSpecs.0.DayofWeek=1&TimeTemplateSpecs.0.BeginTime=08:00&TimeTemplateSpecs.0.EndTime=12:30",
                "TimeTemplateSpecs.1.DayofWeek=1&TimeTemplateSpecs.1.BeginTime=08:00&TimeTemplateSpecs.1.EndTime=12:30"
            })
    void structuresHaveSeveralNotations(String notation) {
        answer("CreateTimeTemplate?Name=a&IsAllWeek=0&" + notation, null);

        assertThat(received().get("TimeTemplateSpecs"))
                .isEqualTo(json("[{\"DayofWeek\":1,\"BeginTime\":\"08:00\",\"EndTime\":\"12:30\"}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WarnLevelArray=1,2",
                "WarnLevelArray=1, 2",
                "WarnLevelArray=[1,2]",
                "WarnLevelArray=RAW([\"1\",2])",
                "WarnLevelArray.0=1&WarnLevelArray.1=2",
                "WarnLevelArray=1&WarnLevelArray=2"
            })
    void arraysOfScalarsHaveMoreOfThem(String notation) {
        answer("DescribeWarnings?OrderType=1&" + notation, null);

        assertThat(received().get("WarnLevelArray")).isEqualTo(json("[1,2]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "front%20door|front door",
                "front door|front door",
                "50%25|50%",
                "a+b|a b",
                "RAW(a+b&c%26)|a+b&c%26",
                "\u5927\u95e8|\u5927\u95e8",
                "#gate|#gate",
                "{\"a\":1}|{\"a\":1}",
                "1,2|1,2"
            })
    void textsArriveAsTheyAreMeant(String written, String meant) {
        answer("DescribeDeviceList?NickName=" + written, null);

        assertThat(received().get("NickName").textValue()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TC3_HMAC_SHA256&httpMethod=GET",
                "HMAC_SHA256&httpMethod=GET",
                "HMAC_SHA256&httpMethod=POST",
                "HMAC_SHA1&httpMethod=GET"
            })
    void textsOfAllKindsCanBeSigned(String way) {
        String text = " a+b&c=d%20/?#*~'()!\u5927\u95e8\uD83D\uDE00\n";

        answer("ModifyDeviceData?signMethod=" + way, Map.of("DeviceId", device(), "NickName", text));

        assertThat(received().get("NickName").textValue()).isEqualTo(text);
    }

    private static String device() {
        return cloud().world().devices().get(0).id();
    }

    @Test
    void theRegionIsAnOptionAndNoParameter() {
        answer("DescribeWarnings?OrderType=1&region=ap-guangzhou", null);

        assertThat(received()).isEqualTo(json("{\"OrderType\":1}"));
        assertThat(cloud().requests().last().headers()).containsEntry("x-tc-region", "ap-guangzhou");
    }

    @Test
    void aKeySpelledAsAParameterIsNeverTakenForAnOption() {
        Throwable refusal = refusal(API + "DescribeWarnings?OrderType=1&Region=ap-guangzhou");

        assertThat(refusal)
                .hasMessage("tencent-video:iotvideoindustry/DescribeWarnings: unknown option or parameter"
                        + " 'Region' (did you mean 'region'?)");
    }

    @Test
    void optionsAndParametersMix() {
        answer("CreateRecordingPlan?maxRetries=0&callTimeout=5s&Name=a&TimeTemplateId=b&RecordStorageTime=3", null);

        assertThat(received()).isEqualTo(json("{\"Name\":\"a\",\"TimeTemplateId\":\"b\",\"RecordStorageTime\":3}"));
    }

    @Test
    void enumsMayBeWrittenInSmallLetters() {
        Object body = answer(
                "DescribeWarnings?OrderType=1&validation=lenient&paging=all&httpMethod=get&signMethod=hmac-sha256",
                null);

        assertThat(body).isInstanceOf(List.class);
        assertThat(cloud().requests().last().method()).isEqualTo("GET");
    }
}
