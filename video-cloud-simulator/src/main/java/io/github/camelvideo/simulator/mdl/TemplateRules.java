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
package io.github.camelvideo.simulator.mdl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.World;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the transcoding templates of a channel may look like. */
final class TemplateRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern LANGUAGE = Pattern.compile(".{0}|.{3}");
    private final Things watermarks;

    TemplateRules(World world) {
        this.watermarks = new Things(world.records(WatermarkActions.KIND), "watermark");
    }

    void check(ObjectNode channel, boolean selectorsNeeded) {
        Set<String> selectors = selectors(channel);
        names(channel, "AudioTemplates");
        for (JsonNode template : channel.path("AudioTemplates")) {
            new Values(template, "AudioTemplates").matches("LanguageCode", LANGUAGE);
            String selector = template.path("AudioSelectorName").asText();
            Check.that(
                    !selectorsNeeded || selectors.contains(selector),
                    "AudioTemplates",
                    "AudioSelectorName " + selector + " is no audio selector of an attached input");
        }
        names(channel, "VideoTemplates");
        channel.path("VideoTemplates").forEach(template -> video(new Values(template, "VideoTemplates")));
        names(channel, "AVTemplates");
        channel.path("AVTemplates").forEach(template -> video(new Values(template, "AVTemplates")));
    }

    private static void names(ObjectNode channel, String templates) {
        new Values(channel, templates).distinct(templates, "Name");
        channel.path(templates).forEach(template -> new Values(template, templates).matches("Name", NAME));
    }

    private static Set<String> selectors(ObjectNode channel) {
        Stream<JsonNode> inputs = Holders.elements(channel, "AttachedInputs");
        return inputs.flatMap(input -> Holders.elements(input, "AudioSelectors"))
                .map(selector -> selector.path("Name").asText())
                .collect(Collectors.toSet());
    }

    /** What the catalog's bounds do not say. */
    private void video(Values template) {
        template.oneOf("Vcodec", "H264", "H265")
                .multiple("Width", 4)
                .multiple("Height", 4)
                .multiple("VideoBitrate", 1000);
        String watermark = template.node().path("WatermarkId").asText();
        if (!watermark.isEmpty()) {
            watermarks.known(watermark);
        }
    }
}
