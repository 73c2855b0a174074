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

import io.github.camelvideo.simulator.world.World;

/**
 * Things that are added, described, listed, updated by a {@code Mod} and deleted by actions that are named alike.
 *
 * @param name in the names of the actions
 * @param idField field of the id
 * @param nameField field of the name, which no two have
 * @param taken code of a name that another has
 * @param full structure of the answer to a read; that to a change is named as the family
 */
record Family(String name, String idField, String nameField, String taken, String full) {

    static final Family TEMPLATES =
            new Family("RecordTemplate", "TemplateId", "TemplateName", "43410", "RecordTemplate");
    static final Family PLANS = new Family("RecordPlan", "PlanId", "PlanName", "43411", "RecordPlanDetail");
    static final Family BACKUP_TEMPLATES =
            new Family("RecordBackupTemplate", "TemplateId", "TemplateName", "43410", "RecordBackupTemplate");
    static final Family BACKUP_PLANS =
            new Family("RecordBackupPlan", "PlanId", "PlanName", "43411", "RecordBackupPlan");

    Stock stock(World world) {
        return new Stock(world.records("iss/" + name), idField, Codes.UNKNOWN, name);
    }
}
