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
package io.github.camelvideo.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.springboot.test.VideoCloudSimulatorTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

// region test
@VideoCloudSimulatorTest(properties = {"spring.datasource.url=jdbc:h2:mem:test", "alarms.delay=100"})
class AlarmsIT {

    @Autowired
    VideoCloudSimulator cloud;

    @Autowired
    AlarmTable table;

    @Test
    void anAlarmBecomesARow() {
        cloud.world().raiseAlarm(Instant.now());

        await().until(() -> table.rows() == 1);
    }

    @Test
    void positionsAreInTheDatabase(@Autowired JdbcOffsetRepository offsets) {
        assertThat(offsets.feeds()).singleElement().asString().contains("DescribeWarnings");
    }
}
// end
