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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.feed.FeedScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class VideoSourceTaskIT {

    private final VideoCloudSimulator simulator =
            VideoCloudSimulator.builder().rateLimits(false).start();
    private Worker worker = new Worker();

    @AfterEach
    void close() {
        worker.stop();
        simulator.close();
    }

    private void raise(int count) {
        Instant now = simulator.clock().instant();
        simulator.world().raiseAlarms(count, now.minusSeconds(600), now.minusSeconds(60));
    }

    private static Set<Long> ids(List<SourceRecord> records) {
        return records.stream()
                .map(record -> (Long) ((Map<?, ?>) record.value()).get("Id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void pollUntilAllAlarms() {
        await().until(() -> worker.poll().of("alarms").size()
                >= simulator.world().alarmIds().size());
        assertThat(worker.of("alarms")).hasSize(simulator.world().alarmIds().size());
        assertThat(ids(worker.of("alarms"))).isEqualTo(simulator.world().alarmIds());
    }

    private void restart(String... settings) {
        worker.stop();
        worker.start(Worker.settings(simulator, settings), 1);
    }

    @Test
    void eachAlarmIsOneRecordOverRestarts() {
        raise(25);
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        pollUntilAllAlarms();

        restart("startFrom", "PT1H");
        raise(25);
        pollUntilAllAlarms();

        SourceRecord record = worker.of("alarms").get(0);
        Map<?, ?> alarm = (Map<?, ?>) record.value();
        assertThat(record.key()).isEqualTo(String.valueOf(alarm.get("Id")));
        assertThat(record.headers().lastWithName("video.action").value())
                .isEqualTo("iotvideoindustry/DescribeWarnings");
        assertThat(record.headers().lastWithName("video.itemKey").value()).isEqualTo(record.key());
        assertThat(record.headers().lastWithName("video.itemTime").value())
                .isEqualTo(Instant.ofEpochMilli(record.timestamp()).toString());
    }

    @Test
    void whatAWorkerHadNotStoredIsReadAgain() throws InterruptedException {
        raise(25);
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        List<SourceRecord> lost = worker.pollAndDie();

        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        pollUntilAllAlarms();

        assertThat(lost).isNotEmpty();
    }

    @Test
    void nowIsTheFirstStartAlsoWhenNothingHappensBeforeTheSecond() {
        worker.start(Worker.settings(simulator), 1);
        await().until(() -> !worker.poll().of("alarms-heartbeat").isEmpty());
        worker.stop();
        simulator.world().raiseAlarm(simulator.clock().instant());

        worker.start(Worker.settings(simulator, "gracePeriod", "0"), 1);
        pollUntilAllAlarms();

        assertThat((Map<?, ?>) worker.of("alarms-heartbeat").get(0).value())
                .hasToString(worker.of("alarms-heartbeat").get(0).value().toString())
                .satisfies(value -> assertThat(Instant.parse((String) value.get("watermark")))
                        .isBefore(Instant.now()));
    }

    @Test
    void aLargePositionIsStoredInSegmentsAndNothingIsRepeated() {
        for (int i = 0; i < 4; i++) {
            raise(400);
            worker.start(
                    Worker.settings(simulator, "startFrom", "PT1H", "lookback", "PT2H", "max.batch.size", "100"), 1);
            pollUntilAllAlarms();
            if (i < 3) {
                worker.stop();
            }
        }
        assertThat(worker.offsets).hasSizeGreaterThan(4);
        assertThat(worker.offsets.values())
                .allSatisfy(offset -> assertThat(offset).hasSizeLessThan(60_000));
    }

    @Test
    void anOffsetThatAUserSetsMovesTheFeedBack() {
        raise(20);
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        pollUntilAllAlarms();
        worker.stop();
        Instant middle = simulator.world().alarms().stream()
                .map(alarm -> alarm.createdAt())
                .sorted()
                .skip(10)
                .findFirst()
                .orElseThrow();

        worker.alter(worker.sourcePartitions().get(0), Map.of("startFrom", middle.toString()));
        worker.records.clear();
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);

        Set<Long> since = simulator.world().alarms().stream()
                .filter(alarm -> !alarm.createdAt().isBefore(middle))
                .map(alarm -> alarm.id())
                .collect(Collectors.toSet());
        await().untilAsserted(() -> assertThat(ids(worker.poll().of("alarms"))).isEqualTo(since));
        assertThat(since).hasSizeBetween(5, 15);
    }

    @Test
    void anOffsetThatAUserResetsStartsAtStartFrom() {
        raise(5);
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        pollUntilAllAlarms();
        worker.stop();

        worker.alter(worker.sourcePartitions().get(0), null);
        worker.records.clear();
        worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);

        pollUntilAllAlarms();
    }

    @Test
    void offsetsThatCannotBeRightAreRefusedWithTheReason() {
        worker.start(Worker.settings(simulator), 1);
        Map<String, Object> place = Map.of("feed", "f", "partition", "");
        assertThatThrownBy(() -> worker.alter(place, Map.of("startFrom", "yesterday")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'yesterday' is not an instant such as 2026-05-01T00:00:00Z");
        assertThatThrownBy(() -> worker.alter(place, Map.of("startFrom", "2999-01-01T00:00:00Z")))
                .hasMessageContaining("is in the future");
        assertThatThrownBy(() -> worker.alter(place, Map.of("position", 5))).hasMessageContaining("\"startFrom\"");
        assertThatThrownBy(() -> worker.alter(Map.of("file", "x"), Map.of("startFrom", "2026-01-01T00:00:00Z")))
                .hasMessageContaining("'feed' and 'partition'");
    }

    @Test
    void recordsThatATransformationFiltersDoNotHoldThePosition() {
        raise(20);
        worker.dropping(record ->
                        record.topic().equals("alarms") && (Long) ((Map<?, ?>) record.value()).get("Id") % 2 == 0)
                .start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
        await().until(() -> worker.poll().of("alarms").size() == 10);
        await().until(() -> !worker.poll().of("alarms-heartbeat").isEmpty());
        restart("startFrom", "PT1H");
        raise(2);

        await().until(() -> worker.poll().of("alarms").size() >= 11);

        assertThat(worker.of("alarms")).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void refusedCredentialsEndTheTask() {
        Map<String, String> settings = Worker.settings(simulator, "secretKey", "wrong-key-canary");
        worker.start(settings, 1);

        assertThatThrownBy(() -> {
                    while (true) {
                        worker.poll();
                    }
                })
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("iotvideoindustry/DescribeWarnings: refused by the vendor")
                .hasMessageContaining("restart the task")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aVendorThatFailsForAWhileIsReadAgain() {
        raise(5);
        simulator.faults().next("DescribeWarnings", 6, Fault.HTTP_500);
        worker.start(Worker.settings(simulator, "startFrom", "PT1H", "maxRetries", "0"), 1);

        pollUntilAllAlarms();
    }

    @Test
    void tasksShareThePartitionsOfAListThatGrows(@TempDir Path folder) throws Exception {
        Path list = folder.resolve("devices.txt");
        List<String> devices =
                simulator.world().devices().stream().map(device -> device.id()).toList();
        Files.write(list, devices.subList(0, 2));
        simulator.world().devices().forEach(device -> simulator
                .world()
                .raiseAlarm(device, simulator.clock().instant().minusSeconds(60)));
        Map<String, String> settings = new HashMap<>(Worker.settings(
                simulator,
                "startFrom",
                "PT1H",
                "forEach",
                "DeviceId",
                "forEachIn",
                "file:" + list,
                "forEachRefresh",
                "50"));
        worker.start(settings, 5);
        assertThat(worker.tasks()).isEqualTo(2);
        await().until(() -> worker.poll().of("alarms").size() == 2);

        Files.write(list, devices);

        await().until(() -> worker.poll().reconfigurations.get() > 0);
        worker.stop();
        worker.start(settings, 5);
        assertThat(worker.tasks()).isEqualTo(3);
        pollUntilAllAlarms();
        assertThat(worker.sourcePartitions())
                .extracting(key -> key.get("partition"))
                .hasSameElementsAs(devices);
        assertThat(worker.of("alarms")).allSatisfy(record -> assertThat((String) record.key())
                .startsWith(record.headers().lastWithName("video.partition").value() + "/"));
    }

    @Test
    void withoutExactlyOnceSupportTheOffsetOfAnyRecordMayBeTheLastOneStored() throws InterruptedException {
        raise(25);
        for (int stored : new int[] {0, 1, 12, 24}) {
            worker = new Worker();
            worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
            int polled = worker.pollAndDieAfter(stored);
            assertThat(polled).isGreaterThan(stored);
            Set<Long> arrived = ids(worker.of("alarms"));

            worker.start(Worker.settings(simulator, "startFrom", "PT1H"), 1);
            await().untilAsserted(() -> assertThat(ids(worker.poll().of("alarms")))
                    .as("%s of %s stored", stored, polled)
                    .isEqualTo(simulator.world().alarmIds()));
            assertThat(arrived).hasSizeLessThanOrEqualTo(stored);
            worker.stop();
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTaskReturnsAndStopsWhileTheVendorDoesNotAnswer() throws InterruptedException {
        simulator.faults().next("DescribeWarnings", 1_000, Fault.NO_ANSWER);
        worker.start(Worker.settings(simulator, "callTimeout", "1h", "readTimeout", "1h"), 1);
        await().until(() -> !simulator.requests().all().isEmpty());

        assertThat(worker.poll().records).isEmpty();
        worker.stop();
    }

    @Test
    void aSnapshotTellsWhatChanges() {
        Map<String, String> settings = Worker.settings(simulator, "action", "DescribeDeviceList", "topic", "devices");
        worker.start(settings, 1);
        await().until(() -> !worker.poll().of("devices-heartbeat").isEmpty());
        worker.stop();
        String id = simulator.world().addDevice("Roof").id();

        worker.start(settings, 1);
        await().until(() -> !worker.poll().of("devices").isEmpty());

        assertThat(worker.of("devices")).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(id);
            assertThat(record.headers().lastWithName("video.change").value()).isEqualTo("added");
        });
    }

    @Test
    void aSeriesIsOneRecordForEachBucket() throws InterruptedException {
        ApiCatalog api = Catalogs.ofClassPath("tencent-video").get("iotvideoindustry");
        FeedScenario scenario = FeedScenario.of(api, api.action("DescribeDeviceMonitorData"));
        List<FeedScenario.Expected> buckets =
                scenario.items(scenario.firstSlot(Instant.now().minusSeconds(6 * 3_600)), 3, 1, 1);
        buckets.forEach(bucket -> simulator
                .world()
                .feed("iotvideoindustry", "DescribeDeviceMonitorData")
                .add(bucket.item()));
        Map<String, String> settings = Worker.settings(
                simulator,
                "action",
                "DescribeDeviceMonitorData",
                "topic",
                "buckets",
                "startFrom",
                "PT12H",
                "schemas",
                "true");
        settings.put("forEach", String.join(",", scenario.partitionParameters()));
        settings.put(
                "forEachIn",
                scenario.partitions().stream()
                        .map(partition -> String.join(",", partition.values()))
                        .collect(Collectors.joining(
                                scenario.partitionParameters().size() == 1 ? "," : ";")));
        worker.start(settings, 2);
        await().until(() -> worker.poll().of("buckets").size() >= buckets.size());
        worker.stop();

        // as long as nothing comes
        worker.start(settings, 2).poll().poll();

        assertThat(worker.of("buckets"))
                .extracting(record -> ((Struct) record.key()).getString("itemKey"))
                .containsExactlyInAnyOrderElementsOf(
                        buckets.stream().map(FeedScenario.Expected::key).toList());
        assertThat(worker.of("buckets"))
                .allSatisfy(record -> assertThat(record.value()).isInstanceOf(Struct.class));
    }
}
