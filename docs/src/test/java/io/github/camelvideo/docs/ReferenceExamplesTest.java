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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.tools.docs.CallExample;
import io.github.camelvideo.tools.docs.MadeUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every example of the reference, whether the simulator checks it or not. */
class ReferenceExamplesTest {

    private static final Set<String> DOMAINS = Set.of("push.example.com", "play.example.com", "cname.example.com");

    static Stream<Named<ApiCatalog>> apis() {
        return Scheme.allApis().map(api -> Named.of(api.id(), api));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void noSpanEndsBeforeItBegins(ApiCatalog api) {
        List<String> reversed = new ArrayList<>();

        api.actions().values().forEach(action -> reversed(action.name(), shown(api, action), reversed));

        assertThat(reversed).isEmpty();
    }

    /** Both ends of a span are in one form, in which text and time sort alike; days may be the same. */
    private static void reversed(String place, JsonNode shown, List<String> reversed) {
        shown.properties().forEach(value -> {
            String begin = value.getKey();
            String end = begin.replaceFirst("Start|Begin", "End").replaceFirst("start|begin", "end");
            if (value.getValue().isContainerNode()) {
                reversed(place + "." + begin, value.getValue(), reversed);
            } else if (!begin.equals(end) && shown.has(end)) {
                String from = value.getValue().asText();
                String to = shown.get(end).asText();
                boolean areDays = from.matches("\\d{4}-?\\d\\d-?\\d\\d");
                int order = from.compareTo(to);
                if (from.length() != to.length() || order > 0 || order == 0 && !areDays) {
                    reversed.add(place + ": " + begin + "=" + from + ", " + end + "=" + to);
                }
            }
        });
        if (shown.isArray()) {
            shown.forEach(element -> reversed(place, element, reversed));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void everyDomainIsAnExampleOfItsPurpose(ApiCatalog api) {
        api.actions().values().forEach(action -> action.parameters().values().stream()
                .filter(MadeUp::isDomain)
                .filter(field -> shown(api, action).has(field.name()))
                .forEach(field -> {
                    String domain = CallExample.inUri(shown(api, action).get(field.name()));
                    assertThat(DOMAINS).as("%s %s", action.name(), field.name()).contains(domain);
                    boolean isPushed = field.summary().toLowerCase(Locale.ROOT).contains("push");
                    assertThat(domain.startsWith("push"))
                            .as("%s %s=%s: %s", action.name(), field.name(), domain, field.summary())
                            .isEqualTo(isPushed);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void noTextIsTheNameOfItsParameter(ApiCatalog api) {
        List<String> pointless = new ArrayList<>();

        api.actions().values().forEach(action -> shown(api, action).properties().forEach(value -> {
            boolean isCommand = value.getKey().matches("(?i)command|\\w*urls?|\\w*time|\\w*date");
            if (isCommand && value.getValue().asText().equals(MadeUp.word(value.getKey()))) {
                pointless.add(action.name() + " " + value);
            }
        }));

        assertThat(pointless).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("apis")
    void everyValueOfOurOwnIsOfAParameter(ApiCatalog api) {
        ReferencePages.shown(api).own().fieldNames().forEachRemaining(name -> {
            Action action = api.action(name);
            assertThat(action).as(name).isNotNull();
            assertThat(action.parameters().keySet())
                    .as(name)
                    .containsAll(ReferencePages.shown(api).ownOf(action).properties().stream()
                            .map(value -> value.getKey())
                            .toList());
        });
    }

    private static ObjectNode shown(ApiCatalog api, Action action) {
        CallExample call = CallExample.of(api, action, ReferencePages.settings(api), Set.of());
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        call.keys().forEach(shown::set);
        return call.body() == null ? shown : shown.setAll(call.body());
    }
}
