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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.function.Consumer;

/**
 * The weekly periods of a template.
 *
 * @param plans those that may use it
 * @param retirePlan what happens to a plan whose template is about to change
 */
record TemplateRules(Stock plans, Consumer<ObjectNode> retirePlan) implements FamilyRules {

    private static final List<Integer> SPEEDS = List.of(1, 2, 4);

    @Override
    public void check(ObjectNode template) {
        template.path("TimeSections").forEach(TimeSection::checked);
        template.path("DevTimeSections").forEach(TimeSection::checked);
        if (template.has("Scale")) {
            int scale = template.path("Scale").asInt();
            Refusal.unless(SPEEDS.contains(scale), "43412", "Scale must be one of " + SPEEDS + ", not " + scale);
            for (DayOfWeek day : DayOfWeek.values()) {
                checkUpload(template, day, scale);
            }
        }
    }

    private static void checkUpload(ObjectNode template, DayOfWeek day, int scale) {
        long upload = TimeSection.seconds(template.path("TimeSections"), day);
        long recorded = TimeSection.seconds(template.path("DevTimeSections"), day.minus(1));
        Refusal.unless(
                upload * scale >= recorded,
                "43408",
                "On " + day + " there are " + upload + " s to upload at speed " + scale + " the " + recorded
                        + " s of the day before");
    }

    @Override
    public void checkDelete(ObjectNode template) {
        Refusal.unless(users(template).isEmpty(), "43409", "A plan uses the template " + template.path("TemplateId"));
    }

    @Override
    public void retire(ObjectNode template) {
        users(template).forEach(retirePlan);
    }

    private List<ObjectNode> users(ObjectNode template) {
        return Data.where(
                plans.records(), "TemplateId", template.path("TemplateId").asText());
    }
}
