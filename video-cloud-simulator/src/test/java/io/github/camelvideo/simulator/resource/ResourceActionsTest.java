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
package io.github.camelvideo.simulator.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Behaviour;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceActionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatorClock clock = SimulatorClock.at("2026-05-01T04:00:00Z");
    private final World world = new World(clock, 1, null);

    private JsonNode call(String api, String action, String parameters) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(parameters.replace('\'', '"'));
            return behaviours(api).get(action).answer(new Parameters(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(parameters, e);
        }
    }

    private String code(String api, String action, String parameters) {
        return catchThrowableOfType(Refusal.class, () -> call(api, action, parameters))
                .code();
    }

    private Map<String, Behaviour> behaviours(String id) {
        ApiCatalog api =
                Catalogs.ofClassPath("tencent-video", "aliyun-linkvisual").get(id);
        String root = id.equals("iss") ? "Data" : null;
        AnswerBuilder answers = new AnswerBuilder(api, new Shapes(api, 1), root, "page");
        return new ResourceActions(api, world, answers, clock).behaviours();
    }

    private String template() {
        return call("live", "CreateLiveRecordTemplate", "{'TemplateName':'a'}")
                .path("TemplateId")
                .asText();
    }

    @Test
    void aCreatedRecordIsReadWithAllDeclaredFields() {
        String id = template();

        JsonNode template = call("live", "DescribeLiveRecordTemplate", "{'TemplateId':" + id + "}")
                .path("Template");

        assertThat(template.path("TemplateId").longValue()).isEqualTo(Long.parseLong(id));
        assertThat(template.path("TemplateName").asText()).isEqualTo("a");
        assertThat(template.path("Description").isTextual()).isTrue();
    }

    @Test
    void aChangeKeepsWhatWasNotSent() {
        String id = template();

        call("live", "ModifyLiveRecordTemplate", "{'TemplateId':" + id + ",'Description':'b'}");

        assertThat(call("live", "DescribeLiveRecordTemplates", "{}").path("Templates"))
                .singleElement()
                .satisfies(template -> {
                    assertThat(template.path("TemplateName").asText()).isEqualTo("a");
                    assertThat(template.path("Description").asText()).isEqualTo("b");
                });
    }

    @Test
    void aRecordThatIsReferredToCannotBeDeleted() {
        String id = template();
        String rule = "{'DomainName':'a.test.com','AppName':'live','StreamName':'s'";
        call("live", "CreateLiveRecordRule", rule + ",'TemplateId':" + id + "}");

        assertThat(code("live", "DeleteLiveRecordTemplate", "{'TemplateId':" + id + "}"))
                .isEqualTo("FailedOperation.ConfInUsed");
        call("live", "DeleteLiveRecordRule", rule + "}");
        call("live", "DeleteLiveRecordTemplate", "{'TemplateId':" + id + "}");
        assertThat(call("live", "DescribeLiveRecordTemplates", "{}").path("Templates"))
                .isEmpty();
    }

    @Test
    void aReferenceMustExist() {
        assertThat(code("live", "CreateLiveRecordRule", "{'DomainName':'a.test.com','TemplateId':1}"))
                .isEqualTo("InvalidParameter.ConfNotFound");
        assertThat(world.records("live/record-rule").size()).isZero();
    }

    @Test
    void aRefusedDeletionOfSeveralDeletesNone() {
        String id = call("live-v2", "CreateLVBChannel", "{'channelName':'a'}")
                .path("channel_id")
                .asText();

        assertThat(code("live-v2", "DeleteLVBChannel", "{'channelIds':['" + id + "','1']}"))
                .isEqualTo("20301");
        assertThat(world.records("live-v2/channel").contains(id)).isTrue();
    }

    @Test
    void aStateLeavesAloneWhatIsInAnother() {
        String id = call("live-v2", "CreateLVBChannel", "{'channelName':'a'}")
                .path("channel_id")
                .asText();
        world.records("live-v2/channel").change(id, channel -> channel.put("channel_status", "1"));

        call("live-v2", "StartLVBChannel", "{'channelIds':['" + id + "']}");

        assertThat(world.records("live-v2/channel")
                        .get(id)
                        .path("channel_status")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void aListIsFilteredByFieldsAndPaged() {
        for (String domain : new String[] {"a.test.com", "b.test.com", "c.test.com"}) {
            call("live", "AddLiveDomain", "{'DomainName':'" + domain + "','DomainType':0}");
        }
        call("live", "ForbidLiveDomain", "{'DomainName':'b.test.com'}");

        JsonNode page = call("live", "DescribeLiveDomains", "{'DomainStatus':1,'PageNum':2,'PageSize':1}");

        assertThat(page.path("AllCount").intValue()).isEqualTo(2);
        assertThat(page.findValuesAsText("Name")).containsExactly("c.test.com");
    }

    @Test
    void timesFollowTheClock() {
        String plan = "{'TaskId':'%s','Operator':'me'}";
        String id = call("live", "CreateLivePullStreamTask", "{'Operator':'me'}")
                .path("TaskId")
                .asText();
        clock.advance(Duration.ofMinutes(1));
        call("live", "RestartLivePullStreamTask", plan.formatted(id));

        JsonNode task = call("live", "DescribeLivePullStreamTasks", "{}").at("/TaskInfos/0");
        assertThat(task.path("CreateTime").asText()).isEqualTo("2026-05-01T04:00:00Z");
        assertThat(task.path("UpdateTime").asText()).isEqualTo("2026-05-01T04:01:00Z");
    }

    @Test
    void recordsOfAKindAreLimited() {
        for (int i = 0; i < 5; i++) {
            call("mdl", "CreateStreamLiveInputSecurityGroup", "{'Name':'g" + i + "'}");
        }

        assertThat(code("mdl", "CreateStreamLiveInputSecurityGroup", "{'Name':'g5'}"))
                .isEqualTo("InvalidParameter.ExceededQuantityLimit");
    }

    @Test
    void dependentRecordsAreShownOrDeletedAlong() {
        String input =
                call("mdl", "CreateStreamLiveInput", "{'Name':'i'}").path("Id").asText();
        String channel = call(
                        "mdl", "CreateStreamLiveChannel", "{'Name':'c','AttachedInputs':[{'Id':'" + input + "'}]}")
                .path("Id")
                .asText();
        call("mdl", "CreateStreamLivePlan", "{'ChannelId':'" + channel + "','Plan':{'EventName':'e'}}");

        JsonNode shown = call("mdl", "DescribeStreamLiveInput", "{'Id':'" + input + "'}");
        call("mdl", "DeleteStreamLiveChannel", "{'Id':'" + channel + "'}");

        assertThat(shown.at("/Info/AttachedChannels/0").asText()).isEqualTo(channel);
        assertThat(world.records("mdl/plan").size()).isZero();
    }

    @Test
    void fieldsInsideAStructureAreChanged() {
        String id = call("iss", "AddRecordTemplate", "{'TemplateName':'a'}")
                .at("/Data/TemplateId")
                .asText();

        call("iss", "UpdateRecordTemplate", "{'TemplateId':'" + id + "','Mod':{'TemplateName':'b'}}");

        assertThat(call("iss", "ListRecordTemplates", "{}").findValuesAsText("TemplateName"))
                .containsExactly("b");
    }
}
