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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.StreamLive;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Watermarks of image and of text. */
final class WatermarkActions {

    static final String KIND = "mdl/watermark";

    private final World world;
    private final Clock clock;
    private final Things watermarks;
    private final Records channels;

    WatermarkActions(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.watermarks = new Things(world.records(KIND), "watermark");
        this.channels = world.records(StreamLive.CHANNELS);
    }

    ObjectNode create(Parameters parameters) {
        return world.exclusively(() -> {
            String id = watermarks.records().newHexId(20);
            ObjectNode watermark = Things.sent(parameters).put("Id", id);
            WatermarkRules.check(watermark, true);
            save(watermark);
            return Things.id(id);
        });
    }

    ObjectNode modify(Parameters parameters) {
        return world.exclusively(() -> {
            String id = parameters.text("Id");
            ObjectNode watermark = watermarks.records().get(id);
            // this action has no code of its own for an unknown id
            Check.that(watermark != null, "Id", "There is no watermark " + id);
            boolean newContent = parameters.has("ImageSettings");
            WatermarkRules.check(watermark.setAll(Things.sent(parameters)), newContent);
            save(watermark);
            return Things.nothing();
        });
    }

    /** Keeps what can be read back: not the picture, and not the settings of the other kind. */
    private void save(ObjectNode watermark) {
        boolean image = watermark.path("Type").asText().equals(WatermarkRules.IMAGE);
        watermark.remove(image ? "TextSettings" : "ImageSettings");
        ObjectNode settings = watermark.withObject(image ? "/ImageSettings" : "/TextSettings");
        settings.remove("ImageType");
        settings.remove("ImageContent");
        settings.setAll(preset(image).<ObjectNode>setAll(settings));
        watermark.put(
                "UpdateTime", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        watermarks.records().save(watermark.path("Id").asText(), watermark);
    }

    /** What holds for the settings that were not sent. */
    private static ObjectNode preset(boolean image) {
        ObjectNode preset = JsonNodeFactory.instance
                .objectNode()
                .put("Location", "TOP_LEFT")
                .put("XPos", 10)
                .put("YPos", 10);
        return image
                ? preset.put("Width", 10).put("Height", 10)
                : preset.put("FontSize", 25).put("FontColor", "0x000000");
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> watermarks.delete(
                parameters,
                id -> Check.that(
                        Holders.ofWatermark(channels, id).isEmpty(),
                        "AlreadyAssociatedChannel",
                        "A channel shows watermark " + id)));
    }

    ObjectNode read(Parameters parameters) {
        return Things.answer("Info", show(watermarks.required(parameters)));
    }

    ObjectNode list(Parameters parameters) {
        return watermarks.list(this::show);
    }

    private ObjectNode show(ObjectNode watermark) {
        for (String settings : new String[] {"ImageSettings", "TextSettings"}) {
            if (!watermark.has(settings)) {
                watermark.putNull(settings);
            }
        }
        JsonNode holders = Holders.ofWatermark(channels, watermark.path("Id").asText());
        return watermark.set("AttachedChannels", holders);
    }
}
