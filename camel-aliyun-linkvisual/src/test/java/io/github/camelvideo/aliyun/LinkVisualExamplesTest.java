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
package io.github.camelvideo.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.ValueLint;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vendor's examples against the catalog. */
class LinkVisualExamplesTest {

    private static ApiCatalog api;
    private static JsonNode examples;

    @BeforeAll
    static void read() throws IOException {
        api = CatalogFile.of("aliyun-linkvisual", "linkvisual").api();
        examples = LinkVisualExamples.all();
    }

    @Test
    void everyActionHasOne() {
        assertThat(examples.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyElementsOf(api.actions().keySet());
    }

    @Test
    void requestsFit() {
        assertThat(api.actions().values()).allSatisfy(action -> assertThat(
                        ValueLint.object(api, action.name() + " request", action.parameters(), request(action)))
                .isEmpty());
    }

    @Test
    void strictValidationAcceptsTheRequests() {
        assertThat(api.actions().values()).allSatisfy(action -> {
            RequestParameters check = new RequestParameters(action.name(), api, action, Validation.STRICT, Map.of());
            assertThatCode(() -> check.parameters(request(action), null)).doesNotThrowAnyException();
        });
    }

    /** Each finding is an example that contradicts its own table; a reader takes it as it comes. */
    @Test
    void answersFitButForTheContradictionsOfTheDocument() {
        List<String> findings = new ArrayList<>();

        for (Action action : api.actions().values()) {
            JsonNode answer = LinkVisualExamples.withoutEnvelope(
                    action.name(), examples.path(action.name()).path("response"));
            findings.addAll(ValueLint.answer(api, action.name(), action.answer(), answer));
        }

        assertThat(findings)
                .extracting(finding -> finding.split(": ")[0])
                .containsExactlyInAnyOrder(
                        "QueryDeviceRecordLifeCycle.Data",
                        "QueryRecordPlanDetail.Data.TemplateInfo.Data is not declared",
                        "QueryEventRecordPlanDeviceByDevice.Data.TemplateId",
                        "QueryEventRecordPlanDetail.Data.TemplateId",
                        "QueryEventRecordPlans.Data.List",
                        "QueryDeviceEventRecord.Data",
                        "QueryMonthRecord.Data",
                        "QueryRecord.Data.RecordFiles is not declared");
    }

    private static JsonNode request(Action action) {
        return examples.path(action.name()).path("request");
    }
}
