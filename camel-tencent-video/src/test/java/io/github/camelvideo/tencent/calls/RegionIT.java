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

import io.github.camelvideo.tencent.TencentVideoEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One region on the component serves several APIs; an endpoint's own is checked. */
class RegionIT extends Calling {

    @BeforeEach
    void setTheRegionOfTheComponent() {
        component().getConfiguration().setRegion("ap-guangzhou");
    }

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry/DescribeWarnMod, ap-guangzhou",
        "iss/ListDevices,",
        "live/DescribeLiveDomains,",
        "mdl/DescribeStreamLiveChannels, ap-guangzhou",
    })
    void theComponentsRegionIsForActionsThatKnowIt(String action, String region) {
        TencentVideoEndpoint endpoint = context.getEndpoint("tencent-video:" + action, TencentVideoEndpoint.class);

        assertThat(endpoint.getServiceMetadata().get("region")).isEqualTo(region);
    }

    @Test
    void anEndpointsOwnRegionIsChecked() {
        assertThat(refusal("tencent-video:live-v2/DescribeLVBChannelList?region=ap-guangzhou"))
                .hasMessageContaining("region 'ap-guangzhou' is not supported by this action");
        assertThat(refusal("tencent-video:iss/ListDevices?region=ap-guangzhou"))
                .hasMessageContaining("region 'ap-guangzhou': this action does not take a region. Remove the option.");
    }

    @Test
    void aRequiredRegionThatTheComponentDoesNotGiveIsNamed() {
        assertThat(refusal("tencent-video:live-v2/DescribeLVBChannelList"))
                .hasMessageContaining(
                        "region is required, and 'ap-guangzhou', the region of the component, is not supported by this action. Set it to one of bj, gz");
    }
}
