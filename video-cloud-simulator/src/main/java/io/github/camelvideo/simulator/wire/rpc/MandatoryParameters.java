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
package io.github.camelvideo.simulator.wire.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.simulator.answer.Refusal;

/** Refuses parameters in the words that the document has for it; whatever else is wrong the rules of all wires find. */
final class MandatoryParameters {

    private MandatoryParameters() {}

    static void check(Action action, ObjectNode parameters) {
        for (Field field : action.parameters().values()) {
            String name = field.name();
            if (!parameters.has(name)) {
                Refusal.unless(
                        !field.required() || !isEndOfWindow(name),
                        Codes.PARAMETER,
                        "beginTime or endTime can not be null.");
                Refusal.unless(!field.required(), Codes.MISSING_PARAMETER, name + " is mandatory for this action");
            } else if (name.equals("PictureType")) {
                Refusal.unless(
                        field.values().contains(parameters.get(name).asText()), Codes.PARAMETER, "picture type error.");
            }
        }
    }

    private static boolean isEndOfWindow(String name) {
        return name.equals("BeginTime") || name.equals("EndTime");
    }
}
