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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the output groups of a channel may look like. */
final class OutputRules {

    private static final String CODE = "OutputGroups";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,32}");
    private static final Pattern SOMETHING = Pattern.compile("\\S+");

    private OutputRules() {}

    static void check(ObjectNode channel) {
        new Values(channel, CODE).size("OutputGroups", 1, 10).distinct("OutputGroups", "Name");
        for (JsonNode group : channel.path("OutputGroups")) {
            String type = group.path("Type").asText();
            boolean single = type.equals("RTMP") || type.equals("RTP");
            new Values(group, CODE)
                    .matches("Name", NAME)
                    // the document's list of types is not complete
                    .matches("Type", SOMETHING)
                    .size("Outputs", 1, single ? 1 : 10)
                    .size("Destinations", 1, 2);
            for (JsonNode destination : group.path("Destinations")) {
                new Values(destination, CODE)
                        .matches("OutputUrl", SOMETHING)
                        .maxLength("OutputUrl", 512)
                        .maxLength("AuthKey", 128)
                        .maxLength("Username", 128)
                        .maxLength("Password", 128);
            }
            Check.that(
                    !type.endsWith("_STREAM_PACKAGE")
                            || !group.at("/StreamPackageSettings/Id").asText().isEmpty(),
                    CODE,
                    "StreamPackageSettings is needed for type " + type);
            for (JsonNode output : group.path("Outputs")) {
                outputs(channel, output, single);
            }
        }
    }

    private static void outputs(ObjectNode channel, JsonNode output, boolean single) {
        new Values(output, CODE).size("AudioTemplateNames", 0, single ? 1 : 20);
        known(channel, output, "AudioTemplate");
        known(channel, output, "VideoTemplate");
        known(channel, output, "AVTemplate");
    }

    private static void known(ObjectNode channel, JsonNode output, String kind) {
        Set<String> names = Holders.elements(channel, kind + "s")
                .map(template -> template.path("Name").asText())
                .collect(Collectors.toSet());
        for (JsonNode name : output.path(kind + "Names")) {
            Check.that(
                    names.contains(name.asText()),
                    CODE,
                    "Output " + output.path("Name").asText() + " names the " + kind + " " + name.asText()
                            + ", which the channel does not have");
        }
    }
}
