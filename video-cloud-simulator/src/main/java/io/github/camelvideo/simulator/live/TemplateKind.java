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
package io.github.camelvideo.simulator.live;

import java.util.List;

/**
 * A kind of templates: what its actions and fields are called.
 *
 * @param noun what rules of this kind are called
 * @param idName field of the id
 * @param read action that reads one, or one the API does not have
 * @param item field of the answer that holds one
 * @param items field of the answer that holds all
 * @param type structure of one
 * @param most how many there may be
 */
record TemplateKind(
        String noun,
        String idName,
        String create,
        String modify,
        String delete,
        String read,
        String list,
        String item,
        String items,
        String type,
        int most) {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    static final List<TemplateKind> ALL = List.of(
            named("Pad", "PadTemplate", UNLIMITED),
            named("Transcode", "TemplateInfo", 50),
            named("Record", "RecordTemplateInfo", 50),
            named("Snapshot", "SnapshotTemplateInfo", 50),
            named("Callback", "CallBackTemplateInfo", 50),
            named("TimeShift", "TimeShiftTemplate", UNLIMITED),
            new TemplateKind(
                    "Watermark",
                    "WatermarkId",
                    "AddLiveWatermark",
                    "UpdateLiveWatermark",
                    "DeleteLiveWatermark",
                    "DescribeLiveWatermark",
                    "DescribeLiveWatermarks",
                    "Watermark",
                    "WatermarkList",
                    "WatermarkInfo",
                    100));

    private static TemplateKind named(String noun, String type, int most) {
        String name = "Live" + noun + "Template";
        return new TemplateKind(
                noun,
                "TemplateId",
                "Create" + name,
                "Modify" + name,
                "Delete" + name,
                "Describe" + name,
                "Describe" + name + "s",
                "Template",
                "Templates",
                type,
                most);
    }

    /** Whether one without any address to call is refused. */
    boolean needsAddress() {
        return noun.equals("Callback");
    }

    /** Whether the list comes in pages. */
    boolean paged() {
        return noun.equals("Watermark");
    }

    /** Structure of a rule. */
    String ruleType() {
        return noun.equals("Callback") ? "CallBackRuleInfo" : "RuleInfo";
    }

    /** Kind of records of the templates. */
    String templates() {
        return "live/template/" + noun;
    }

    /** Kind of records of the rules. */
    String rules() {
        return "live/rule/" + noun;
    }
}
