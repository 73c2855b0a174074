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
import io.github.camelvideo.simulator.world.Iss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IssAiIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(new SimulatorClock(IssStage.NOW))
            .rateLimits(false));

    private IssStage stage;
    private Iss platform;

    @BeforeEach
    void furnish() {
        stage = new IssStage(CLOUD.simulator()).furnish();
        platform = CLOUD.simulator().world().iss();
    }

    private JsonNode results(String filters) {
        return stage.data("GetAITaskResult", "{'TaskId':'$aion','ChannelId':'$onc'" + filters + "}");
    }

    @Test
    void resultsComeByTypeTheNewestFirst() {
        platform.addAiResult(stage.id("aion"), stage.id("onc"), "Car", IssStage.NOW.minusSeconds(30));
        platform.addAiResult(stage.id("aion"), stage.id("onc"), "Pet", IssStage.NOW);

        JsonNode results = results("");

        assertThat(results.path("AIResultCount").intValue()).isEqualTo(3);
        assertThat(results.path("AIResults").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "Body", "Pet", "Car", "Chefhat", "Chefcloth", "Facemask", "Smoking", "PhoneCall");
        assertThat(results.at("/AIResults/Pet").findValuesAsText("Time"))
                .containsExactly("2026-05-01 12:00:00", "2026-05-01 11:59:00");
        assertThat(results.at("/AIResults/Pet/0/PetInfo/0/Name").asText()).isEqualTo("pet");
        assertThat(results.at("/AIResults/Car/0/CarInfo/0/PlateContent/Plate").asText())
                .isNotEmpty();
    }

    @Test
    void resultsComeInPagesAndByFilters() {
        for (int i = 1; i <= 11; i++) {
            platform.addAiResult(stage.id("aion"), stage.id("onc"), "Body", IssStage.NOW.plusSeconds(i));
        }

        assertThat(results("").at("/AIResults/Body")).hasSize(10);
        JsonNode last = results(",'PageNumber':2");
        assertThat(last.at("/AIResults/Body")).hasSize(1);
        assertThat(last.at("/AIResults/Pet")).hasSize(1);
        assertThat(last.path("AIResultCount").intValue()).isEqualTo(12);
        assertThat(results(",'DetectType':'Pet'").path("AIResultCount").intValue())
                .isEqualTo(1);
        long now = IssStage.NOW.getEpochSecond();
        assertThat(results(",'BeginTime':" + (now + 2) + ",'EndTime':" + (now + 4))
                        .path("AIResultCount")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aTaskCanBeChangedOnlyWhileItIsOff() {
        String change = "{'TaskId':'$aion','Name':'other'}";
        assertThat(stage.code("UpdateAITask", change)).isEqualTo("43719");

        stage.data("UpdateAITaskStatus", "{'TaskId':'$aion','Status':'off'}");
        stage.data("UpdateAITask", change);

        JsonNode task = stage.data("GetAITaskDetail", "{'TaskId':'$aion'}");
        assertThat(task.path("Name").asText()).isEqualTo("other");
        assertThat(task.path("Status").asText()).isEqualTo("off");
    }

    @Test
    void listedTasksHaveChannelsAndTemplatesOnlyWhenAskedFor() {
        JsonNode plain = stage.data("ListAITasks", "{'PageSize':1}");
        JsonNode full = stage.data("ListAITasks", "{'IsContainChannelList':true,'IsContainTemplate':true}");

        assertThat(plain.path("TotalCount").intValue()).isEqualTo(2);
        assertThat(plain.path("List")).hasSize(1);
        assertThat(plain.at("/List/0/ChannelList")).isEmpty();
        assertThat(full.at("/List/0/ChannelList/0").asText()).isEqualTo(stage.id("onc"));
        assertThat(full.at("/List/0/Templates/0/Tag").asText()).isEqualTo("AI");
    }
}
