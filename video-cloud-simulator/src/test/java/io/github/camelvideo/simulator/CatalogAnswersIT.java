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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogAnswersIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    private static final ApiCatalog API = SimulatedApis.with(null).catalog("iotvideoindustry");

    private static Collection<Action> actions() {
        return API.actions().values();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actionNames")
    void everyActionAnswersWithTheDeclaredFields(String name) {
        Action action = API.action(name);

        JsonNode answer = new TestRequest(CLOUD.simulator(), name)
                .with(required(action.parameters()).toString())
                .answer();

        assertThat(answer.path("Error").toString()).isEmpty();
        new DeclaredShape(API, true).check(action, answer);
    }

    private static Collection<String> actionNames() {
        return actions().stream().map(Action::name).toList();
    }

    private ObjectNode required(Map<String, Field> fields) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        fields.values().stream()
                .filter(field -> field.required() || field.name().equals("Id"))
                .forEach(field -> values.set(field.name(), value(field, field.type())));
        return values;
    }

    private JsonNode value(Field field, FieldType type) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = field.values().isEmpty() ? "1" : field.values().get(0);
        return switch (type.kind()) {
            case STRING, FILE -> json.textNode(known(field.name(), text));
            case INTEGER -> json.numberNode(Long.parseLong(text));
            case FLOAT -> json.numberNode(1.5);
            case BOOLEAN -> json.booleanNode(true);
            case OBJECT, MAP -> json.objectNode();
            case STRUCT -> required(API.type(type.struct()));
            case ARRAY -> json.arrayNode().add(value(field, type.item()));
        };
    }

    /** Actions that look into the world need someone who lives there. */
    private String known(String name, String otherwise) {
        return switch (name) {
            case "DeviceId" -> CLOUD.simulator().world().devices().get(0).id();
            case "GroupId" ->
                CLOUD.simulator().world().addGroup("group", "0", "").id();
            case "ParentId" -> "0";
            default -> otherwise;
        };
    }

    @Test
    void anInventedListCanBePagedToItsEnd() {
        int items = 0;
        for (int offset = 0; offset < 8; offset += 2) {
            JsonNode page = new TestRequest(CLOUD.simulator(), "DescribeMessageForwards")
                    .with("{\"Limit\":2,\"Offset\":" + offset + "}")
                    .answer();
            assertThat(page.path("Total").intValue()).isEqualTo(5);
            items += page.path("List").size();
        }

        assertThat(items).isEqualTo(5);
    }

    @Test
    void theSameSeedGivesTheSameAnswers() {
        String first = answerOfANewSimulator(7);

        assertThat(answerOfANewSimulator(7)).isEqualTo(first);
        assertThat(answerOfANewSimulator(8)).isNotEqualTo(first);
    }

    private static String answerOfANewSimulator(long seed) {
        try (VideoCloudSimulator simulator =
                VideoCloudSimulator.builder().seed(seed).start()) {
            return new TestRequest(simulator, "DescribeScenes")
                    .with("{\"Limit\":2,\"Offset\":0}")
                    .answer()
                    .toString();
        }
    }
}
