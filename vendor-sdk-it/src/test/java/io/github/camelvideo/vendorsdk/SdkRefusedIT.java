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
package io.github.camelvideo.vendorsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeDeviceListRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeDeviceRequest;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the cloud would refuse, the simulator refuses, in a form the vendor's SDK understands. */
class SdkRefusedIT {

    private static final String ID = VideoCloudSimulator.SECRET_ID;
    private static final String SECRET = VideoCloudSimulator.SECRET_KEY;

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .account(ID, SECRET)
            .account("AKIDtemporary", "temporary-secret", "the token"));

    private final VideoCloudSimulator simulator = CLOUD.simulator();

    @ParameterizedTest
    @EnumSource
    void refusesAWrongKey(Wire wire) {
        assertThat(refusal(wire.client(simulator, new Credential(ID, SECRET + "x"))))
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnUnknownId(Wire wire) {
        assertThat(refusal(wire.client(simulator, new Credential("AKIDnobody", SECRET))))
                .isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTemporaryKeysOnlyWithTheirToken(Wire wire) throws Exception {
        // given
        Credential right = new Credential("AKIDtemporary", "temporary-secret", "the token");
        Credential without = new Credential("AKIDtemporary", "temporary-secret");

        // then
        assertThat(wire.client(simulator, right).DescribeDeviceList(devices()).getRequestId())
                .isNotEmpty();
        assertThat(refusal(wire.client(simulator, without))).isEqualTo("AuthFailure.TokenFailure");
    }

    @ParameterizedTest
    @EnumSource
    void refusesATimeMoreThanFiveMinutesOff(Wire wire) {
        // given
        try (VideoCloudSimulator ahead = VideoCloudSimulator.builder()
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)))
                .start()) {

            // then
            assertThat(refusal(wire.client(ahead, new Credential(ID, SECRET))))
                    .isEqualTo("AuthFailure.SignatureExpire");
        }
    }

    @ParameterizedTest
    @EnumSource
    void explainsAnErrorOfTheAction(Wire wire) {
        // given
        DescribeDeviceRequest unknown = new DescribeDeviceRequest();
        unknown.setDeviceId("nobody");

        // when
        TencentCloudSDKException refused = catchThrowableOfType(
                TencentCloudSDKException.class,
                () -> wire.client(simulator, new Credential(ID, SECRET)).DescribeDevice(unknown));

        // then
        assertThat(refused.getErrorCode()).isEqualTo("ResourceNotFound.DeviceNotExist");
        assertThat(refused.getRequestId()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "SHA.*")
    void acceptsItsOwnAddressAsEndpointWithVersion1(Wire wire) throws Exception {
        // given version 3 would sign for a service called 127 then
        IotvideoindustryClient client = wire.directClient(simulator, new Credential(ID, SECRET));

        // then
        assertThat(client.DescribeDeviceList(devices()).getRequestId()).isNotEmpty();
    }

    private static DescribeDeviceListRequest devices() {
        DescribeDeviceListRequest list = new DescribeDeviceListRequest();
        list.setOffset(0L);
        list.setLimit(1L);
        return list;
    }

    private static String refusal(IotvideoindustryClient client) {
        return catchThrowableOfType(TencentCloudSDKException.class, () -> client.DescribeDeviceList(devices()))
                .getErrorCode();
    }
}
