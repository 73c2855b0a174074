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

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.iotvideoindustry.v20201201.IotvideoindustryClient;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.AllDeviceInfo;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.ChannelItem;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateDeviceGroupRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateDeviceRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateRecordingPlanRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.CreateTimeTemplateRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DeleteDeviceRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DeleteWarningRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeChannelsRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeDeviceListRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeDeviceRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeGroupsRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeLiveChannelListRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeStatisticDetailsRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeSubscriptionStatusRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeWarningsRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.DescribeWarningsResponse;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.ModifyDeviceDataRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.ModifySubscriptionStatusRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.ResetWarningRequest;
import com.tencentcloudapi.iotvideoindustry.v20201201.models.TimeTemplateSpec;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.util.Arrays;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's own SDK takes the simulator for the cloud, whichever way it signs and sends. */
class SdkAgainstSimulatorIT {

    private static final Credential KEY = new Credential(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY);

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private final VideoCloudSimulator simulator = CLOUD.simulator();

    @ParameterizedTest
    @EnumSource
    void keepsDevices(Wire wire) throws Exception {
        // given
        IotvideoindustryClient client = wire.client(simulator, KEY);

        // when a device is made, renamed and read
        CreateDeviceRequest create = new CreateDeviceRequest();
        create.setNickName("大门 a+b&c=d ~*%");
        create.setPassWord("p@ss w+rd");
        create.setDeviceType(1L);
        String id = client.CreateDevice(create).getDeviceId();
        AllDeviceInfo made = device(client, id);
        ModifyDeviceDataRequest rename = new ModifyDeviceDataRequest();
        rename.setDeviceId(id);
        rename.setNickName("Gate 2");
        client.ModifyDeviceData(rename);
        DescribeDeviceListRequest list = new DescribeDeviceListRequest();
        list.setOffset(0L);
        list.setLimit(100L);
        list.setNickName("Gate 2");
        list.setDeviceTypes(new Long[] {1L, 2L});
        DescribeChannelsRequest channels = new DescribeChannelsRequest();
        channels.setDeviceId(id);
        channels.setLimit(10L);

        // then
        assertThat(made.getNickName()).isEqualTo("大门 a+b&c=d ~*%");
        assertThat(client.DescribeDeviceList(list).getDevices())
                .extracting(AllDeviceInfo::getDeviceId)
                .containsExactly(id);
        assertThat(client.DescribeChannels(channels).getTotalCount()).isPositive();

        // when
        DeleteDeviceRequest delete = new DeleteDeviceRequest();
        delete.setDeviceId(id);

        // then
        assertThat(client.DeleteDevice(delete).getStatus()).isEqualTo("OK");
        assertThat(client.DescribeDeviceList(list).getTotalCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void raisesAndAcknowledgesAlarms(Wire wire) throws Exception {
        // given alarms of a device that may send them
        IotvideoindustryClient client = wire.client(simulator, KEY);
        String id = simulator.world().devices().get(0).id();
        ModifySubscriptionStatusRequest subscribe = new ModifySubscriptionStatusRequest();
        subscribe.setDeviceId(id);
        subscribe.setStatus(2L);
        subscribe.setSubscriptionItem("Alarm");
        client.ModifySubscriptionStatus(subscribe);
        DescribeSubscriptionStatusRequest status = new DescribeSubscriptionStatusRequest();
        status.setDeviceId(id);
        long first = raise(id, 20);
        long second = raise(id, 10);

        // when
        DescribeWarningsResponse raised = client.DescribeWarnings(warnings(id));
        ResetWarningRequest reset = new ResetWarningRequest();
        reset.setId(first);
        client.ResetWarning(reset);
        DeleteWarningRequest delete = new DeleteWarningRequest();
        delete.setId(second);
        client.DeleteWarning(delete);

        // then
        assertThat(client.DescribeSubscriptionStatus(status).getAlarmStatus()).isEqualTo(2);
        assertThat(raised.getTotal()).isEqualTo(2);
        assertThat(Arrays.stream(raised.getData()).map(alarm -> alarm.getId())).containsExactly(first, second);
        assertThat(raised.getRequestId()).isNotEmpty();
        assertThat(simulator.world().acknowledged()).containsExactly(first);
        assertThat(simulator.world().deleted()).containsExactly(second);
    }

    @ParameterizedTest
    @EnumSource
    void understandsArraysOfTextsAndStructures(Wire wire) throws Exception {
        // given
        IotvideoindustryClient client = wire.client(simulator, KEY);
        CreateDeviceGroupRequest create = new CreateDeviceGroupRequest();
        create.setGroupName("Plant");
        create.setParentId("0");
        create.setGroupDescribe("");
        String group = client.CreateDeviceGroup(create).getGroupId();

        // when
        DescribeGroupsRequest groups = new DescribeGroupsRequest();
        groups.setGroupIds(new String[] {group});
        CreateTimeTemplateRequest template = new CreateTimeTemplateRequest();
        template.setName("Nights");
        template.setIsAllWeek(0L);
        template.setTimeTemplateSpecs(new TimeTemplateSpec[] {night(1), night(2)});
        CreateRecordingPlanRequest plan = new CreateRecordingPlanRequest();
        plan.setName("Nights");
        plan.setTimeTemplateId("tmpl-1");
        plan.setChannels(new ChannelItem[] {channel("d1", "c1"), channel("d1", "c2")});

        // then
        assertThat(client.DescribeGroups(groups).getGroups())
                .singleElement()
                .satisfies(found -> assertThat(found.getGroupName()).isEqualTo("Plant"));
        assertThat(client.CreateTimeTemplate(template).getTemplateId()).isNotEmpty();
        assertThat(client.CreateRecordingPlan(plan).getPlanId()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsInventedAnswersOfTheRightShape(Wire wire) throws Exception {
        // given actions the simulator has no behaviour for
        IotvideoindustryClient client = wire.client(simulator, KEY);
        DescribeLiveChannelListRequest live = new DescribeLiveChannelListRequest();
        live.setOffset(0L);
        live.setLimit(5L);
        DescribeStatisticDetailsRequest statistics = new DescribeStatisticDetailsRequest();
        statistics.setStartDate("2024-01-01");
        statistics.setEndDate("2024-01-07");
        statistics.setStatisticField("WatchFlux");

        // then
        assertThat(client.DescribeLiveChannelList(live).getLiveChannels()).isNotNull();
        assertThat(client.DescribeStatisticDetails(statistics).getData()).isNotNull();
    }

    private long raise(String device, int secondsAgo) {
        return simulator
                .world()
                .raiseAlarm(
                        simulator.world().device(device),
                        simulator.clock().instant().minusSeconds(secondsAgo));
    }

    private static DescribeWarningsRequest warnings(String device) {
        DescribeWarningsRequest warnings = new DescribeWarningsRequest();
        warnings.setOrderType(2L);
        warnings.setDeviceId(device);
        warnings.setOffset(0L);
        warnings.setLimit(20L);
        return warnings;
    }

    private static AllDeviceInfo device(IotvideoindustryClient client, String id) throws Exception {
        DescribeDeviceRequest describe = new DescribeDeviceRequest();
        describe.setDeviceId(id);
        return client.DescribeDevice(describe).getDevice();
    }

    private static TimeTemplateSpec night(long day) {
        TimeTemplateSpec spec = new TimeTemplateSpec();
        spec.setDayofWeek(day);
        spec.setBeginTime("22:00:00");
        spec.setEndTime("23:59:59");
        return spec;
    }

    private static ChannelItem channel(String device, String id) {
        ChannelItem channel = new ChannelItem();
        channel.setDeviceId(device);
        channel.setChannelId(id);
        return channel;
    }
}
