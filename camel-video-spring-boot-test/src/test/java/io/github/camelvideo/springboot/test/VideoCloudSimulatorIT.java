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
package io.github.camelvideo.springboot.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.springboot.test.AlarmApplication.Alarms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a test has by the annotation alone. */
@VideoCloudSimulatorTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VideoCloudSimulatorIT {

    @Autowired
    VideoCloudSimulator cloud;

    @Autowired
    ProducerTemplate template;

    @Autowired
    Alarms received;

    @Test
    @Order(1)
    void bothComponentsCallTheSimulatorWithItsKeys() {
        cloud.world().live().startStream("push.example.com", "live", "camera1");

        assertThat(template.requestBody("tencent-video:iotvideoindustry/DescribeWarnMod", Map.of()))
                .isNotNull();
        assertThat(template.requestBody("aliyun-linkvisual:QueryTimeTemplate", Map.of()))
                .isNotNull();
        assertThat(template.requestBody(
                        "tencent-video:live-v2017/LiveChannelGetStatus?Param.s.channel_id=camera1", Map.of()))
                .isNotNull();
    }

    @Test
    @Order(1)
    void positionsInFilesAreNotThoseOfTheApplication(@Autowired Environment environment) {
        Path directory = Path.of(environment.getRequiredProperty("camel.video.offsets.directory"));

        assertThat(directory).isAbsolute().doesNotExist();
        assertThat(environment.getProperty("camel.video.offsets.directory")).isEqualTo(directory.toString());
    }

    @Test
    @Order(2)
    void aRouteReceivesAnAlarmOfTheWorld() {
        long alarm = cloud.world().raiseAlarm(Instant.now());

        await().untilAsserted(() ->
                assertThat(received).anySatisfy(item -> assertThat(item).containsEntry("Id", (int) alarm)));
    }

    @Test
    @Order(3)
    void aFaultFailsACall() {
        cloud.faults().next(1000, Fault.THROTTLE);

        assertThatThrownBy(() ->
                        template.requestBody("tencent-video:iotvideoindustry/DescribeWarnMod?maxRetries=0", Map.of()))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(ApiException.class);
    }

    @Test
    @Order(4)
    void faultsEndWithTheTestThatInjectedThem() {
        assertThat(template.requestBody("tencent-video:iotvideoindustry/DescribeWarnMod?maxRetries=0", Map.of()))
                .isNotNull();
    }

    @Nested
    class NestedTests {
        @Test
        void haveTheSimulatorToo(@Autowired VideoCloudSimulator same) {
            assertThat(same).isSameAs(cloud);
        }
    }
}
