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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.world.Device;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alarms by device, of the simulator. */
class ForEachAlarmsIT extends FeedRoute {

    @Test
    void acknowledgesTheAlarmsOfTheDevicesListed() throws Exception {
        Device one = world().addDevice("one");
        Device two = world().addDevice("two");
        Device other = world().addDevice("other");
        long first = world().raiseAlarm(one, now().minusSeconds(30));
        long second = world().raiseAlarm(two, now().minusSeconds(20));
        world().raiseAlarm(other, now().minusSeconds(10));

        start("startFrom=PT1H&acknowledge=ResetWarning&forEach=DeviceId&forEachIn=" + one.id() + "," + two.id());
        until("both acknowledged", () -> world().acknowledged().size() == 2);
        awaitMoreReading();

        assertThat(delivered.ids()).containsExactlyInAnyOrder(first, second);
        assertThat(world().acknowledged()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void sharesOutTheItemsOfAPoll() throws Exception {
        List<Device> devices = List.of(world().addDevice("one"), world().addDevice("two"), world().addDevice("three"));
        for (int i = 0; i < 30; i++) {
            world().raiseAlarm(devices.get(i % 3), now().minusSeconds(60 - i));
        }
        String ids = devices.stream().map(Device::id).collect(Collectors.joining(","));

        start("startFrom=PT1H&maxMessagesPerPoll=4&forEach=DeviceId&forEachIn=" + ids);
        delivered.await(30);
        awaitMoreReading();

        assertThat(delivered.ids()).hasSize(30).doesNotHaveDuplicates();
        assertThat(delivered.all().subList(0, 12))
                .extracting(delivery -> String.valueOf(((Map<?, ?>) delivery.body()).get("DeviceId")))
                .containsAll(devices.stream().map(Device::id).toList());
    }
}
