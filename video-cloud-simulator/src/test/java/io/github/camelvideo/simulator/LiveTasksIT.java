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

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTasksIT extends LiveCase {

    private static final long NOW = START.getEpochSecond();
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final String STREAM = "'DomainName':'push.test.com','AppName':'live','StreamName':'a'";
    private static final String PULL =
            "'SourceType':'PullLivePushLive','SourceUrls':['rtmp://a.test.com/x']," + STREAM + ",'Operator':'me'";

    private String create(String noun, long start, long end) {
        return calls.call(
                        "Create" + noun + "Task",
                        "{" + STREAM + ",'TemplateId':1,'StartTime':" + start + ",'EndTime':" + end + "}")
                .path("TaskId")
                .asText();
    }

    private JsonNode list(String noun, long from, long to, String token) {
        return calls.call(
                "Describe" + noun + "Task",
                "{'StartTime':" + from + ",'EndTime':" + to + ",'ScrollToken':'" + token + "'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Record", "Screenshot"})
    void aTaskIsMadeListedStoppedAndDeleted(String noun) {
        String id = create(noun, NOW, NOW + HOUR);
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(list(noun, NOW, NOW + HOUR, "").at("/TaskList/0/Stopped").asLong())
                .isZero();

        assertThat(calls.code("Stop" + noun + "Task", "{'TaskId':'" + id + "'}"))
                .isNull();

        JsonNode task = list(noun, NOW, NOW + HOUR, "").at("/TaskList/0");
        assertThat(task.path("TaskId").asText()).isEqualTo(id);
        assertThat(task.path("Stopped").asLong()).isEqualTo(NOW + 60);
        assertThat(calls.code("Delete" + noun + "Task", "{'TaskId':'" + id + "'}"))
                .isNull();
        assertThat(list(noun, NOW, NOW + HOUR, "").path("TaskList")).isEmpty();
        assertThat(calls.code("Stop" + noun + "Task", "{'TaskId':'" + id + "'}"))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void tasksAreReadByTheirScrollTokenToTheEnd() {
        for (int i = 0; i < 45; i++) {
            create("Record", NOW, NOW + HOUR);
        }
        int pages = 0;
        int tasks = 0;
        String token = "";
        do {
            JsonNode page = list("Record", NOW, NOW + HOUR, token);
            token = page.path("ScrollToken").asText();
            tasks += page.path("TaskList").size();
            pages++;
        } while (!token.isEmpty());

        assertThat(tasks).isEqualTo(45);
        assertThat(pages).isEqualTo(3);
        assertThat(list("Record", NOW, NOW + HOUR, "mine").at("/Error/Code").asText())
                .isEqualTo("InvalidParameter");
    }

    @Test
    void onlyTasksInsideTheWindowAreListed() {
        create("Record", NOW, NOW + HOUR);

        assertThat(list("Record", NOW, NOW + HOUR - 1, "").path("TaskList")).isEmpty();
        assertThat(list("Record", NOW + 1, NOW + DAY, "").path("TaskList")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 86400, ",
        "0, 86401, InvalidParameter",
        "518400, 604800, ",
        "518401, 604801, InvalidParameter",
        "10, 10, InvalidParameter",
        "-20, 0, InvalidParameter"
    })
    void aTaskLastsADayAtMostAndEndsWithinAWeek(int start, int end, String code) {
        String times = "{" + STREAM + ",'StartTime':" + (NOW + start) + ",'EndTime':" + (NOW + end) + "}";

        assertThat(calls.code("CreateRecordTask", times)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "-604800, 0, ",
        "-604801, 0, InvalidParameter",
        "0, 0, InvalidParameter",
        "-7776000, -7775000, ",
        "-7776001, -7775000, InvalidParameter"
    })
    void theWindowIsAWeekOfTheLastNinetyDays(int from, int to, String code) {
        assertThat(list("Record", NOW + from, NOW + to, "").at("/Error/Code").textValue())
                .isEqualTo(code);
    }

    private String pull(String start, String end) {
        return "{" + PULL + ",'StartTime':'" + start + "','EndTime':'" + end + "'}";
    }

    private String createPull() {
        return calls.call("CreateLivePullStreamTask", pull("2026-05-01T01:00:00Z", "2026-05-01T02:00:00Z"))
                .path("TaskId")
                .asText();
    }

    private String runStatus(String id) {
        return calls.call("DescribeLivePullStreamTaskStatus", "{'TaskId':'" + id + "'}")
                .at("/TaskStatusInfo/RunStatus")
                .asText();
    }

    @Test
    void aPullTaskRunsWithinItsTimesWhileItIsEnabled() {
        String id = createPull();
        assertThat(runStatus(id)).isEqualTo("inactive");
        CLOCK.advance(Duration.ofHours(1));
        assertThat(runStatus(id)).isEqualTo("active");

        calls.call("ModifyLivePullStreamTask", "{'TaskId':'" + id + "','Operator':'you','Status':'pause'}");

        assertThat(runStatus(id)).isEqualTo("inactive");
        JsonNode task = calls.call("DescribeLivePullStreamTasks", "{'TaskId':'" + id + "'}")
                .at("/TaskInfos/0");
        assertThat(task.path("UpdateTime").asText()).isEqualTo("2026-05-01T01:00:00Z");
        assertThat(task.path("CreateTime").asText()).isEqualTo("2026-05-01T00:00:00Z");
    }

    @Test
    void pullTasksComeInPages() {
        String first = createPull();
        String second = createPull();
        CLOCK.advance(Duration.ofSeconds(1));
        calls.call("RestartLivePullStreamTask", "{'TaskId':'" + first + "','Operator':'me'}");

        JsonNode page = calls.call("DescribeLivePullStreamTasks", "{'PageSize':1}");

        assertThat(page.findValuesAsText("TaskId")).containsExactly(first);
        assertThat(page.path("TotalNum").intValue()).isEqualTo(2);
        calls.call("DeleteLivePullStreamTask", "{'TaskId':'" + first + "','Operator':'me'}");
        assertThat(calls.call("DescribeLivePullStreamTasks", "{}").findValuesAsText("TaskId"))
                .containsExactly(second);
    }

    @Test
    void anEmptyTextTakesASettingAway() {
        String id = calls.call(
                        "CreateLivePullStreamTask",
                        pull("2026-05-01T01:00:00Z", "2026-05-01T02:00:00Z")
                                .replace("'Operator'", "'BackupSourceUrl':'rtmp://b.test.com/x','Operator'"))
                .path("TaskId")
                .asText();

        calls.call("ModifyLivePullStreamTask", "{'TaskId':'" + id + "','Operator':'me','BackupSourceUrl':''}");

        assertThat(calls.call("DescribeLivePullStreamTasks", "{}")
                        .at("/TaskInfos/0/BackupSourceUrl")
                        .asText())
                .isEmpty();
    }

    @Test
    void aTaskOfOnesOwnIdIsMadeOnceAndFoundByIt() {
        String create = pull("2026-05-01T01:00:00Z", "2026-05-01T02:00:00Z")
                .replace("'Operator'", "'SpecifyTaskId':'mine','Operator'");
        assertThat(calls.code("CreateLivePullStreamTask", create)).isNull();
        createPull();

        assertThat(calls.code("CreateLivePullStreamTask", create)).isEqualTo("InvalidParameter");
        assertThat(calls.call("DescribeLivePullStreamTasks", "{'SpecifyTaskId':'mine'}")
                        .path("TaskInfos"))
                .hasSize(1);
    }

    @Test
    void aPullTaskThatIsNotThereIsRefused() {
        assertThat(calls.code("DeleteLivePullStreamTask", "{'TaskId':'1','Operator':'me'}"))
                .isEqualTo("InvalidParameter.TaskNotExist");
        assertThat(calls.code("ModifyLivePullStreamTask", "{'TaskId':'1','Operator':'me'}"))
                .isEqualTo("InvalidParameter.TaskNotExist");
        assertThat(calls.code("DescribeLivePullStreamTaskStatus", "{'TaskId':'1'}"))
                .isEqualTo("InvalidParameter.TaskNotExist");
    }
}
