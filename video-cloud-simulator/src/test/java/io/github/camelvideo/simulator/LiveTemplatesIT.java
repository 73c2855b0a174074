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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTemplatesIT extends LiveCase {

    private static final String RULE = "'DomainName':'push.test.com','AppName':'live'";

    /** What a template of a kind needs, besides its id. */
    private static String settings(String noun) {
        return switch (noun) {
            case "Pad" -> "'TemplateName':'t','Url':'http://a.test.com/p.mp4','WaitDuration':3,'MaxDuration':9";
            case "Transcode" -> "'TemplateName':'t','VideoBitrate':500";
            case "Snapshot" -> "'TemplateName':'t','CosAppId':1,'CosBucket':'b','CosRegion':'r'";
            case "Callback" -> "'TemplateName':'t','StreamBeginNotifyUrl':'http://a.test.com/x'";
            case "TimeShift" -> "'TemplateName':'t','Duration':3600";
            default -> "'TemplateName':'t','FlvParam':{'Enable':1,'RecordInterval':1800}";
        };
    }

    /** The name of a transcoding template cannot be changed. */
    private static String changes(String noun) {
        return noun.equals("Transcode") ? "'VideoBitrate':600" : settings(noun);
    }

    private String create(String noun) {
        return calls.call("CreateLive" + noun + "Template", "{" + settings(noun) + "}")
                .path("TemplateId")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pad", "Transcode", "Record", "Snapshot", "Callback", "TimeShift"})
    void aTemplateIsMadeReadChangedListedAndDeleted(String noun) {
        String id = create(noun);
        assertThat(calls.code(
                        "ModifyLive" + noun + "Template",
                        "{'TemplateId':" + id + ",'Description':'new'," + changes(noun) + "}"))
                .isNull();

        JsonNode list = calls.call("DescribeLive" + noun + "Templates", "{}").path("Templates");

        assertThat(list).hasSize(1);
        assertThat(list.at("/0/TemplateId").asText()).isEqualTo(id);
        assertThat(list.at("/0/Description").asText()).isEqualTo("new");
        if (!noun.equals("TimeShift")) {
            assertThat(calls.call("DescribeLive" + noun + "Template", "{'TemplateId':" + id + "}")
                            .path("Template"))
                    .isEqualTo(list.get(0));
        }
        assertThat(calls.code("DeleteLive" + noun + "Template", "{'TemplateId':" + id + "}"))
                .isNull();
        assertThat(calls.call("DescribeLive" + noun + "Templates", "{}").path("Templates"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pad, FailedOperation.NotFound, FailedOperation.NotFound, FailedOperation.NotFound",
        "Transcode, FailedOperation.NotFound, FailedOperation.NotFound, InvalidParameter.ConfNotFound",
        "Record, FailedOperation.NotFound, InternalError.ConfNotFound, InvalidParameter.ConfNotFound",
        "Snapshot, FailedOperation.NotFound, InternalError.ConfNotFound, InvalidParameter.ConfNotFound",
        "Callback, FailedOperation.NotFound, FailedOperation.NotFound, InvalidParameter.ConfNotFound",
        "TimeShift, InternalError.ConfNotFound, FailedOperation.NotFound, InternalError.ConfNotFound",
    })
    void anUnknownTemplateHasTheCodeTheActionDocuments(String noun, String modify, String delete, String rule) {
        String stream = noun.equals("Callback") ? "" : ",'StreamName':''";

        assertThat(calls.code("ModifyLive" + noun + "Template", "{'TemplateId':1," + changes(noun) + "}"))
                .isEqualTo(modify);
        assertThat(calls.code("DeleteLive" + noun + "Template", "{'TemplateId':1}"))
                .isEqualTo(delete);
        assertThat(calls.code("CreateLive" + noun + "Rule", "{" + RULE + stream + ",'TemplateId':1}"))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pad", "Transcode", "Record", "Snapshot", "TimeShift"})
    void aRuleIsMadeOnceListedAndDeletedByItsExactParts(String noun) {
        String id = create(noun);
        String rule = RULE + ",'StreamName':''";
        String create = "{" + rule + ",'TemplateId':" + id + "}";
        assertThat(calls.code("CreateLive" + noun + "Rule", create)).isNull();
        assertThat(calls.code("CreateLive" + noun + "Rule", create)).isEqualTo("FailedOperation.RuleAlreadyExist");
        assertThat(calls.call("DescribeLive" + noun + "Rules", "{}")
                        .at("/Rules/0/TemplateId")
                        .asText())
                .isEqualTo(id);
        assertThat(calls.code("DeleteLive" + noun + "Template", "{'TemplateId':" + id + "}"))
                .isEqualTo("FailedOperation.ConfInUsed");

        boolean byTemplate = noun.equals("Pad") || noun.equals("Transcode");
        String template = byTemplate ? ",'TemplateId':" + id : "";
        assertThat(calls.code("DeleteLive" + noun + "Rule", "{" + RULE + ",'StreamName':'a'" + template + "}"))
                .isEqualTo("FailedOperation.NotFound");
        assertThat(calls.code("DeleteLive" + noun + "Rule", "{" + rule + template + "}"))
                .isNull();

        assertThat(calls.call("DescribeLive" + noun + "Rules", "{}").path("Rules"))
                .isEmpty();
        assertThat(calls.code("DeleteLive" + noun + "Template", "{'TemplateId':" + id + "}"))
                .isNull();
    }

    @Test
    void aPartOfARuleThatWasLeftOutIsAnEmptyString() {
        String id = create("Record");
        calls.call("CreateLiveRecordRule", "{'DomainName':'push.test.com','TemplateId':" + id + "}");

        assertThat(calls.code("DeleteLiveRecordRule", "{" + RULE + ",'StreamName':''}"))
                .isEqualTo("FailedOperation.NotFound");
        assertThat(calls.code("DeleteLiveRecordRule", "{'DomainName':'push.test.com','AppName':'','StreamName':''}"))
                .isNull();
    }

    @Test
    void aNewCallbackRuleTakesThePlaceOfTheOld() {
        String first = create("Callback");
        String second = create("Callback");
        calls.call("CreateLiveCallbackRule", "{" + RULE + ",'TemplateId':" + first + "}");

        assertThat(calls.code("CreateLiveCallbackRule", "{" + RULE + ",'TemplateId':" + second + "}"))
                .isNull();

        JsonNode rules = calls.call("DescribeLiveCallbackRules", "{}").path("Rules");
        assertThat(rules.findValuesAsText("TemplateId")).containsExactly(second);
        assertThat(calls.code("DeleteLiveCallbackRule", "{" + RULE + "}")).isNull();
    }

    @Test
    void thereAreFiftyTemplatesAtMost() {
        for (int i = 0; i < 50; i++) {
            create("Record");
        }

        assertThat(calls.code("CreateLiveRecordTemplate", "{" + settings("Record") + "}"))
                .isEqualTo("InternalError.ConfOutLimit");
    }

    @Test
    void slowLiveTemplatesAreListedApart() {
        create("Record");
        calls.call("CreateLiveRecordTemplate", "{'TemplateName':'slow','IsDelayLive':1}");

        assertThat(calls.call("DescribeLiveRecordTemplates", "{'IsDelayLive':1}")
                        .findValuesAsText("TemplateName"))
                .containsExactly("slow");
        assertThat(calls.call("DescribeLiveRecordTemplates", "{}").findValuesAsText("TemplateName"))
                .containsExactly("t");
    }

    @Test
    void aWatermarkGoesTheSameWayUnderItsOwnNames() {
        String mark = "'PictureUrl':'http://a.test.com/m.png','XPosition':1,'YPosition':2";
        String id = calls.call("AddLiveWatermark", "{'WatermarkName':'m'," + mark + "}")
                .path("WatermarkId")
                .asText();
        calls.call("UpdateLiveWatermark", "{'WatermarkId':" + id + ",'WatermarkName':'n'," + mark + "}");
        calls.call("CreateLiveWatermarkRule", "{" + RULE + ",'StreamName':'a','TemplateId':" + id + "}");

        assertThat(calls.call("DescribeLiveWatermarks", "{'Name':'n','PageNo':1,'PageSize':10}")
                        .at("/WatermarkList/0/WatermarkId")
                        .asText())
                .isEqualTo(id);
        assertThat(calls.call("DescribeLiveWatermark", "{'WatermarkId':" + id + "}")
                        .at("/Watermark/WatermarkName")
                        .asText())
                .isEqualTo("n");
        assertThat(calls.code("DeleteLiveWatermark", "{'WatermarkId':" + id + "}"))
                .isEqualTo("InvalidParameter.ConfInUsed");
        calls.call("DeleteLiveWatermarkRule", "{" + RULE + ",'StreamName':'a'}");
        assertThat(calls.code("DeleteLiveWatermark", "{'WatermarkId':" + id + "}"))
                .isNull();
        assertThat(calls.code("DeleteLiveWatermark", "{'WatermarkId':" + id + "}"))
                .isEqualTo("ResourceNotFound.WatermarkNotExist");
    }
}
