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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a call must name a region, and which ones it may, is different for each action of live. */
class RegionIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD =
            new VideoCloudSimulatorExtension(VideoCloudSimulator.builder().rateLimits(false));

    private final LiveCalls calls = new LiveCalls(CLOUD.simulator());

    private String code(String action, String parameters, String region) {
        TestRequest request = calls.request(action, parameters);
        request.region = region;
        return request.code();
    }

    @ParameterizedTest
    @CsvSource({
        ", MissingParameter",
        "ap-guangzhou, ",
        // a region of the API, but not of this action
        "ap-beijing, UnsupportedRegion",
        "mars-north, UnsupportedRegion",
    })
    void aRequiredRegionMustBeOneOfTheActions(String region, String code) {
        assertThat(code("DescribeTimeShiftRecordDetail", SHIFT, region)).isEqualTo(code);
    }

    private static final String SHIFT =
            "{'Domain':'play.test.com','AppName':'live','StreamName':'a','StartTime':1,'EndTime':2,'DomainGroup':''}";

    @ParameterizedTest
    @CsvSource({"''", "ap-guangzhou", "mars-north"})
    void aRegionThatMustNotBeSentIsIgnored(String region) {
        assertThat(code("DescribeLiveStreamOnlineList", "{}", region)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'', ", "ap-guangzhou, ", "mars-north, UnsupportedRegion"})
    void anOptionalRegionIsCheckedWhenItIsSent(String region, String code) {
        String stream = "{'PushDomainName':'push.test.com','AppName':'live','StreamName':'a'}";

        assertThat(code("StopLivePadProcessor", stream, region)).isEqualTo(code);
    }

    @Test
    void anUnknownRegionOfAnIgnoredOneDoesNotSplitTheRate() {
        try (VideoCloudSimulator strict =
                VideoCloudSimulator.builder().ticker(() -> 0).start()) {
            LiveCalls limited = new LiveCalls(strict);
            String last = null;
            for (int i = 0; i < 25; i++) {
                TestRequest request = limited.request(
                        "DescribeCallbackRecordsList",
                        "{'StartTime':'1','EndTime':'1','StreamName':'a','PageNum':1,'PageSize':10}");
                request.region = "region-" + i;
                last = request.code();
            }

            assertThat(last).isEqualTo("RequestLimitExceeded");
        }
    }
}
