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
package io.github.camelvideo.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.answer.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a scripted feed answers, moment by moment. */
class ScriptedFeedTest {

    private static final String API =
            """
            {'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'ListAlarms', 'mutates': false,
              'request': [
                {'name': 'Begin', 'type': 'Integer'},
                {'name': 'End', 'type': 'Integer'},
                {'name': 'Camera', 'type': 'String'},
                {'name': 'Page', 'type': 'Integer'},
                {'name': 'Size', 'type': 'Integer'}],
              'response': [
                {'name': 'Total', 'type': 'Integer'},
                {'name': 'Alarms', 'type': 'Array of Alarm'}],
              'paging': {'style': 'page', 'pageParameter': 'Page', 'sizeParameter': 'Size', 'firstPage': 1, 'total': 'Total', 'items': 'Alarms'}}],
             'types': {'Alarm': [
                {'name': 'Id', 'type': 'String'},
                {'name': 'Time', 'type': 'String'},
                {'name': 'State', 'type': 'String'}]}}
            """;

    private static final String FEEDS =
            """
            {'feeds': {'ListAlarms': {'kind': 'log', 'item': 'an alarm', 'tier': 1, 'confidence': 'high', 'items': 'Alarms', 'key': ['Id'],
              'time': {'field': 'Time', 'formats': ['iso']},
              'window': {'begin': 'Begin', 'end': 'End', 'format': 'epoch-seconds'},
              'forEach': [{'parameters': ['Camera'], 'need': 'useful'}]}}}
            """;

    private static final ApiCatalog CATALOG = new Catalogs(List.of(
                    CatalogDocument.of("api.json", "api.json", () -> document(API)),
                    CatalogDocument.of("api.feeds.json", "api.feeds.json", () -> document(FEEDS))))
            .get("api");

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final SimulatorClock clock = new SimulatorClock(NOON);
    private final FeedAnswers answers = new FeedAnswers(clock, "InvalidParameter");
    private final ScriptedFeed feed = new ScriptedFeed();

    @Test
    void anItemIsListedInTheWindowOfItsTime() {
        feed.add(NOON, alarm("a", "raised"));

        assertThat(answer(window(NOON, NOON.plusSeconds(9))))
                .isEqualTo("{'Alarms':[{'Id':'a','State':'raised','Time':'2026-06-01T12:00Z'}],'Total':1}");
        assertThat(answer(window(NOON.plusSeconds(1), NOON.plusSeconds(9)))).isEqualTo("{'Alarms':[],'Total':0}");
    }

    @Test
    void aLateItemIsListedFromItsMomentOnWithItsTime() {
        feed.add(ScriptedItem.of(NOON, alarm("a", "raised")).listedFrom(NOON.plusSeconds(60)));

        assertThat(ids()).isEmpty();
        clock.set(NOON.plusSeconds(60));
        assertThat(answer(window(NOON, NOON))).contains("'Time':'2026-06-01T12:00Z'", "'Total':1");
    }

    @Test
    void aRevisedItemHasOneStateAtATime() {
        ScriptedItem raised = feed.add(NOON, alarm("a", "raised"));
        ScriptedItem cleared = feed.revise(raised, NOON.plusSeconds(60), alarm("a", "cleared"));
        feed.revise(cleared, NOON.plusSeconds(120), alarm("a", "closed"));

        assertThat(answer()).contains("'State':'raised'", "'Total':1");
        clock.set(NOON.plusSeconds(60));
        assertThat(answer()).contains("'State':'cleared'", "'Total':1");
        clock.set(NOON.plusSeconds(120));
        assertThat(answer()).contains("'State':'closed'", "'Total':1");
    }

    @Test
    void anItemVanishes() {
        ScriptedItem first = feed.add(NOON, alarm("a", "raised"));
        feed.add(NOON, alarm("b", "raised"));
        feed.vanish(first, NOON.plusSeconds(60));

        assertThat(ids()).containsExactly("a", "b");
        clock.set(NOON.plusSeconds(60));
        assertThat(ids()).containsExactly("b");
    }

    @Test
    void whatHasVanishedCanBeForgotten() {
        ScriptedItem first = feed.add(NOON, alarm("a", "raised"));
        ScriptedItem second = feed.add(NOON, alarm("b", "raised"));
        feed.vanish(first, NOON.plusSeconds(60));

        feed.forget(NOON.plusSeconds(59));
        assertThat(feed.items()).hasSize(2);
        feed.forget(NOON.plusSeconds(60));
        assertThat(feed.items()).containsExactly(second);
    }

    @Test
    void onlyAPresentStateCanBeRevised() {
        ScriptedItem raised = feed.add(NOON, alarm("a", "raised"));
        feed.revise(raised, NOON.plusSeconds(60), alarm("a", "cleared"));

        assertThatThrownBy(() -> feed.revise(raised, NOON.plusSeconds(120), alarm("a", "closed")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not listed");
    }

    @Test
    void anItemOfAPartitionIsListedForItsValueAndForNone() {
        feed.add(ScriptedItem.of(NOON, alarm("a", "raised")).in(Map.of("Camera", "c1")));

        assertThat(ids()).containsExactly("a");
        assertThat(ids("Camera", "c1")).containsExactly("a");
        assertThat(ids("Camera", "c2")).isEmpty();
    }

    @Test
    void aCodeStandsForAnEmptyListOnly() {
        feed.emptyAs("NothingThere");

        assertRefused("NothingThere");
        feed.add(NOON, alarm("a", "raised"));
        assertThat(ids()).containsExactly("a");
        feed.clear();
        assertRefused("NothingThere");
        feed.emptyAs(null);
        assertThat(ids()).isEmpty();
    }

    @Test
    void aValueIsGoneUntilItIsBack() {
        feed.add(ScriptedItem.of(NOON, alarm("a", "raised")).in(Map.of("Camera", "c1")));
        feed.gone("c1", "NoSuchCamera");

        assertRefused("NoSuchCamera", "Camera", "c1");
        assertThat(ids("Camera", "c2")).isEmpty();
        feed.back("c1");
        assertThat(ids("Camera", "c1")).containsExactly("a");
    }

    @Test
    void pagesAreCutInTheOrderOfTime() {
        feed.add(NOON.plusSeconds(2), alarm("c", "raised"));
        feed.add(NOON, alarm("a", "raised"));
        feed.add(NOON.plusSeconds(1), alarm("b", "raised"));

        assertThat(ids("Size", "2")).containsExactly("a", "b");
        assertThat(ids("Size", "2", "Page", "2")).containsExactly("c");
        assertThat(answer(parameters("Size", "2", "Page", "3"))).isEqualTo("{'Alarms':[],'Total':3}");
    }

    private void assertRefused(String code, String... parameters) {
        assertThatThrownBy(() -> answer(parameters(parameters)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> ids(String... parameters) {
        return answers.answer(CATALOG.action("ListAlarms"), feed, parameters(parameters))
                .findValuesAsText("Id");
    }

    private String answer() {
        return answer(parameters());
    }

    private String answer(ObjectNode parameters) {
        return answers.answer(CATALOG.action("ListAlarms"), feed, parameters)
                .toString()
                .replace('"', '\'');
    }

    private static ObjectNode window(Instant begin, Instant end) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Begin", begin.getEpochSecond())
                .put("End", end.getEpochSecond());
    }

    private static ObjectNode parameters(String... namesAndValues) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    private static ObjectNode alarm(String id, String state) {
        return JsonNodeFactory.instance.objectNode().put("Id", id).put("State", state);
    }

    private static ByteArrayInputStream document(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
