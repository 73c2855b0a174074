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
package io.github.camelvideo.kamelets;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.credentials.CredentialsProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Kamelet takes its examples and defaults, all of them at once and none of what may be missing. */
class KameletExamplesTest {

    static List<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void takesAllItsExamples(KameletFile kamelet) {
        Map<String, String> values = new TreeMap<>();
        kamelet.properties().forEach((name, property) -> values.put(name, value(property)));
        values.values().removeIf(String::isEmpty);

        assertThatCode(() -> create(kamelet, values)).as("%s", values).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    void takesWhatIsRequiredAlone(KameletFile kamelet) {
        Map<String, String> values = new TreeMap<>();
        kamelet.required()
                .forEach(name -> values.put(name, value(kamelet.properties().get(name))));
        if (kamelet.required().contains("callback")) {
            values.put("allowUnsigned", "true");
        }

        assertThatCode(() -> create(kamelet, values)).as("%s", values).doesNotThrowAnyException();
    }

    private static String value(JsonNode property) {
        if (property.path("format").asText().equals("password")) {
            return "secret";
        }
        return property.path("example")
                .asText(property.path("default")
                        .asText(property.path("enum").path(0).asText()));
    }

    /** Up to endpoints and consumers. Nothing is started. */
    private static void create(KameletFile kamelet, Map<String, String> values) throws Exception {
        String uri = "kamelet:" + kamelet.name() + "?"
                + values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining("&"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("offsets", new MemoryStateRepository());
            context.getRegistry().bind("credentials", (CredentialsProvider) () -> null);
            context.setAutoStartup(false);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    if (kamelet.isSource()) {
                        from(uri).to("mock:out");
                    } else {
                        from("direct:in").to(uri);
                    }
                }
            });
            context.start();
        }
    }
}
