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
package io.github.camelvideo.tencent.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.protocol.JsonContent;
import java.util.List;

/**
 * What an answer of the obsolete protocols says about itself: a number and a text beside the data.
 *
 * @param code number as text; not null
 * @param message text, empty where there is none
 */
record EnvelopeStatus(String code, String message) {

    /**
     * Takes the status out of an answer, with all copies of it.
     *
     * @param codes fields that hold the number, the one to believe first
     * @param messages fields that hold the text, likewise
     * @return null where there is no number
     */
    static EnvelopeStatus takeFrom(ObjectNode answer, List<String> codes, List<String> messages) {
        String code = first(answer, codes);
        String message = first(answer, messages);
        answer.remove(codes);
        answer.remove(messages);
        return code == null ? null : new EnvelopeStatus(code, message == null ? "" : message);
    }

    boolean isSuccess() {
        return code.equals("0");
    }

    private static String first(ObjectNode answer, List<String> names) {
        return names.stream()
                .map(name -> JsonContent.text(answer, name))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
