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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.feed.delivery.FeedFactory;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All about one action: what it does, how it is called, what it takes, what it answers. */
final class ActionSection {

    private final ApiCatalog api;
    private final Action action;
    private final PageSettings settings;

    ActionSection(ApiCatalog api, Action action, PageSettings settings) {
        this.api = api;
        this.action = action;
        this.settings = settings;
    }

    String text() {
        return "### " + action.name() + "\n\n"
                + summary()
                + age()
                + Successors.sentence(api, action, settings)
                + ActionFacts.of(api, action, settings) + "\n"
                + calls()
                + parameters()
                + answer();
    }

    /** Imported catalogs may have no texts. */
    private String summary() {
        String text = Markdown.text(action.summary());
        return text.isEmpty() ? "" : text + "\n\n";
    }

    private String age() {
        return action.age().added() == null
                ? ""
                : "Known since the definitions of " + action.age().added() + ".\n\n";
    }

    private String calls() {
        CallExample call = CallExample.of(api, action, settings, Set.of());
        String text = block("text", call.uri() + "\n") + block("yaml", YamlRoute.calling(action.name(), call));
        if (!FeedSentence.isReady(action)) {
            return text;
        }
        CallExample feed = CallExample.of(api, action, settings, FeedFactory.suppliedParameters(action));
        return text + "As a feed:\n\n" + block("yaml", YamlRoute.receiving(feed));
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text + "```\n\n";
    }

    private String parameters() {
        return action.parameters().isEmpty()
                ? "No parameters.\n\n"
                : FieldTable.parameters(action.parameters().values()) + "\n";
    }

    private String answer() {
        if (action.wire().download()) {
            return "The answer is a file: the body is a stream, the header `CamelFileName` its name.\n\n";
        }
        Collection<Field> fields = action.answer().values().stream()
                .filter(field -> !field.name().equals("RequestId"))
                .toList();
        if (fields.isEmpty()) {
            return "The answer carries nothing else than that it worked.\n\n";
        }
        return Wires.handsOutData(api.protocol()) ? body(fields) : "Answer:\n\n" + FieldTable.answer(fields) + "\n";
    }

    /** There is one field, and its value is the body. */
    private static String body(Collection<Field> fields) {
        Field data = List.copyOf(fields).get(0);
        String type = data.type().kind() == FieldType.Kind.OBJECT ? "a map" : FieldTable.type(data.type());
        String text = Markdown.text(data.summary());
        return "Answer: " + type + (text.isEmpty() ? "" : ". " + text) + ".\n\n";
    }
}
