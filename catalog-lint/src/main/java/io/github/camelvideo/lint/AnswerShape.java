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
package io.github.camelvideo.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType.Kind;
import java.util.Map;

/** What a route receives of the answers that a catalog declares: a matter of the vendor's protocol. Immutable. */
public final class AnswerShape {

    /** The answer as it is declared. */
    public static final AnswerShape WHOLE = new AnswerShape(null);

    private final String member;

    private AnswerShape(String member) {
        this.member = member;
    }

    /** The value of one field, where an answer has it. */
    public static AnswerShape valueOf(String name) {
        return new AnswerShape(name);
    }

    /** The fields that paths of pages begin at. */
    Map<String, Field> fields(ApiCatalog api, Action action) {
        Field field = member == null ? null : action.answer().get(member);
        return field != null && field.type().kind() == Kind.STRUCT
                ? api.type(field.type().struct())
                : action.answer();
    }

    /**
     * An answer with one of everything that is declared, as a route receives it.
     *
     * @param text what its texts hold
     */
    JsonNode sample(ApiCatalog api, Action action, String text) {
        JsonNode answer = new SampleValue(api, text).object(action.answer());
        return member != null && answer.has(member) ? answer.get(member) : answer;
    }
}
