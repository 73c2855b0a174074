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
import java.util.Base64;
import java.util.regex.Pattern;

/** What a watermark may look like. */
final class WatermarkRules {

    static final String IMAGE = "STATIC_IMAGE";

    private static final Pattern SOMETHING = Pattern.compile("(?s).*\\S.*");
    private static final Object[] CORNERS = {"TOP_LEFT", "BOTTOM_LEFT", "TOP_RIGHT", "BOTTOM_RIGHT"};

    private WatermarkRules() {}

    /**
     * @param newContent whether image settings come with the picture itself
     */
    static void check(ObjectNode watermark, boolean newContent) {
        new Values(watermark, "Name").matches("Name", SOMETHING);
        if (watermark.path("Type").asText().equals(IMAGE)) {
            image(watermark.path("ImageSettings"), newContent);
        } else {
            new Values(watermark.path("TextSettings"), "TextSettings")
                    .oneOf("Location", CORNERS)
                    .matches("Text", SOMETHING);
        }
    }

    private static void image(JsonNode node, boolean newContent) {
        Values settings = new Values(node, "ImageSettings").oneOf("Location", CORNERS);
        Check.that(
                node.path("Width").asInt(1) != 0 || node.path("Height").asInt(1) != 0,
                "ImageSettings",
                "Width and Height must not both be 0");
        if (newContent) {
            settings.oneOf("ImageType", "png", "jpg").matches("ImageContent", SOMETHING);
            Check.that(isBase64(node.path("ImageContent").asText()), "ImageSettings", "ImageContent must be in Base64");
        }
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
