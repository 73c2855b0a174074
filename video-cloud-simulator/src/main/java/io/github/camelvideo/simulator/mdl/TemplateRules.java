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
    private static final Object[] AUDIO_BITRATES = {
        6000, 7000, 8000, 10000, 12000, 14000, 16000, 20000, 24000, 28000, 32000, 40000, 48000, 56000, 64000, 80000,
        96000, 112000, 128000, 160000, 192000, 224000, 256000, 288000, 320000, 384000, 448000, 512000, 576000, 640000,
        768000, 896000, 1024000
    };
    private static final Object[] SUBTITLES = {"eng2eng", "eng2chs", "eng2chseng", "chs2chs", "chs2eng", "chs2chseng"};

    private final Things watermarks;

    TemplateRules(World world) {
        this.watermarks = new Things(world.records(WatermarkActions.KIND), "watermark");
    }

    void check(ObjectNode channel, boolean selectorsNeeded) {
        Set<String> selectors = selectors(channel);
        new Values(channel, "AudioTemplates").size("AudioTemplates", 0, 20).distinct("AudioTemplates", "Name");
        for (JsonNode template : channel.path("AudioTemplates")) {
            audio(new Values(template, "AudioTemplates").matches("Name", NAME).matches("LanguageCode", LANGUAGE));
            String selector = template.path("AudioSelectorName").asText();
            Check.that(
                    !selectorsNeeded || selectors.contains(selector),
                    "AudioTemplates",
                    "AudioSelectorName " + selector + " is no audio selector of an attached input");
        }
        new Values(channel, "VideoTemplates").size("VideoTemplates", 0, 10).distinct("VideoTemplates", "Name");
        for (JsonNode template : channel.path("VideoTemplates")) {
            video(new Values(template, "VideoTemplates").matches("Name", NAME));
        }
        new Values(channel, "AVTemplates").size("AVTemplates", 0, 10).distinct("AVTemplates", "Name");
        for (JsonNode template : channel.path("AVTemplates")) {
            Values values = new Values(template, "AVTemplates").matches("Name", NAME);
            audio(values);
            video(values);
            values.range("NeedVideo", 0, 1)
                    .range("NeedAudio", 0, 1)
                    .range("SmartSubtitles", 0, 1)
                    .oneOf("SubtitleConfiguration", SUBTITLES);
        }
    }

    private static Set<String> selectors(ObjectNode channel) {
        Stream<JsonNode> inputs = Holders.elements(channel, "AttachedInputs");
        return inputs.flatMap(input -> Holders.elements(input, "AudioSelectors"))
                .map(selector -> selector.path("Name").asText())
                .collect(Collectors.toSet());
    }

    private static void audio(Values template) {
        template.oneOf("Acodec", "AAC").oneOf("AudioBitrate", AUDIO_BITRATES);
    }

    private void video(Values template) {
        template.oneOf("Vcodec", "H264", "H265")
                .range("Width", 4, 3000, 4)
                .range("Height", 4, 3000, 4)
                .range("Fps", 1, 240)
                .range("VideoBitrate", 50_000, 40_000_000, 1000)
                .oneOf("TopSpeed", "OPEN", "CLOSE")
                .range("BitrateCompressionRatio", 0, 50)
                .oneOf("RateControlMode", "CBR", "ABR");
        String watermark = template.node().path("WatermarkId").asText();
        if (!watermark.isEmpty()) {
            watermarks.known(watermark);
        }
    }
}
