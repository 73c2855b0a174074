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
package io.github.camelvideo.simulator.resource;

import io.github.camelvideo.simulator.world.Records;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the ids of new records are made: a fixed beginning and invented characters, written as {@code at<hex:32>}, {@code <digits:6>},
 * {@code <HEX:20>}, {@code <uuid>} or, for a running number, {@code <number>}.
 */
record IdForm(String beginning, String characters, int length) {

    private static final Pattern FORM = Pattern.compile("([\\w-]*)<(\\w+)(?::(\\d+))?>");

    static IdForm parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' must look like at<hex:32>");
        }
        return new IdForm(form.group(1), form.group(2), form.group(3) == null ? 0 : Integer.parseInt(form.group(3)));
    }

    String next(Records records) {
        return beginning
                + switch (characters) {
                    case "digits" -> records.newId(length);
                    case "HEX" -> records.newHexId(length);
                    case "hex" -> records.newUuid().replace("-", "");
                    case "uuid" -> records.newUuid();
                    case "number" -> Long.toString(records.nextNumber());
                    default -> throw new IllegalArgumentException("Ids cannot be made of " + characters);
                };
    }
}
