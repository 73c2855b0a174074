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
package io.github.camelvideo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.client.RateShare;
import io.github.camelvideo.feed.Partition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSpreadTest {

    private static Set<Partition> devices(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> Partition.of("DeviceId", "device-" + number))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void aShortListIsSpreadEvenly(int tasks) {
        Set<Partition> devices = devices(0, tasks);

        assertThat(TaskSpread.best(tasks, devices).most(devices)).isLessThanOrEqualTo(tasks > 4 ? 2 : 1);
    }

    @Test
    void aLongListIsSpreadEvenlyToo() {
        Set<Partition> devices = devices(0, 200_000);

        assertThat(TaskSpread.best(8, devices).most(devices)).isBetween(25_000, 25_600);
    }

    @Test
    void everyPartitionIsReadByOneTask() {
        Set<Partition> devices = devices(0, 1_000);
        TaskSpread spread = TaskSpread.best(7, devices);
        Set<Partition> read = new LinkedHashSet<>();

        for (int task = 0; task < 7; task++) {
            Set<Partition> own = spread.assignment(task).assigned(devices);
            assertThat(own).isNotEmpty().noneMatch(read::contains);
            read.addAll(own);
        }

        assertThat(read).isEqualTo(devices);
    }

    @Test
    void partitionsStayWithTheirTasksWhenTheListGrows() {
        TaskSpread spread = TaskSpread.best(5, devices(0, 500));

        assertThat(spread.assignment(2).assigned(devices(0, 520)))
                .containsAll(spread.assignment(2).assigned(devices(0, 500)));
        assertThat(spread.isUneven(devices(0, 520))).isFalse();
    }

    @Test
    void aListThatSuitsOneTaskAloneIsUneven() {
        TaskSpread spread = new TaskSpread(2, 0);
        Set<Partition> devices = devices(0, 100).stream()
                .filter(device -> spread.task(device) == 0)
                .collect(Collectors.toSet());

        assertThat(spread.isUneven(devices)).isTrue();
    }

    @Test
    void eachProcessHasThePartOfTheRatesThatItsTasksHave() {
        TaskRates rates = new TaskRates();
        List<RateShare> shares = List.of(new RateShare(), new RateShare());

        rates.begin("alarms", "first", shares.get(0), 5);
        assertThat(shares.get(0).divisor()).isEqualTo(5);

        rates.begin("alarms", "second", shares.get(1), 5);
        assertThat(shares).extracting(RateShare::divisor).containsExactly(3, 3);

        rates.end("alarms", "first");
        assertThat(shares).extracting(RateShare::divisor).containsExactly(1, 5);
    }
}
