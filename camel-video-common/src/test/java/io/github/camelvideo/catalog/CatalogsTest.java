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
package io.github.camelvideo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogsTest {

    private static final String BASE =
            """
            {'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'ListAlarms', 'mutates': false, 'request': [{'name': 'Limit', 'type': 'Integer'}]}]}
            """;

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Test
    void opensNothingToTellWhichApisThereAre() {
        Catalogs catalogs = catalogs(document("live.json", BASE), document("mdl.json", BASE));

        assertThat(catalogs.ids()).containsExactly("live", "mdl");
        assertThat(opened).isEmpty();
    }

    @Test
    void opensTheDocumentsOfTheApiAskedForOnce() {
        Catalogs catalogs =
                catalogs(document("live.json", BASE), document("live.feeds.json", "{}"), document("mdl.json", BASE));

        ApiCatalog first = catalogs.get("live");
        ApiCatalog second = catalogs.get("live");

        assertThat(second).isSameAs(first);
        assertThat(opened).containsExactly("live.json", "live.feeds.json");
        assertThat(closed).hasSameElementsAs(opened);
    }

    @Test
    void namesTheNearestApiForAnUnknownOneAndSaysHowToAddIt() {
        Catalogs catalogs = catalogs(document("live.json", BASE), document("mdl.json", BASE));

        assertThatThrownBy(() -> catalogs.get("life"))
                .isInstanceOf(CatalogException.class)
                .hasMessage(
                        "Unknown API 'life' (did you mean 'live'?). Known: live, mdl. To add an API, import the vendor's"
                                + " definition with catalog-tools and set the option catalogs.");
        assertThat(opened).isEmpty();
    }

    @Test
    void theLastBaseReplacesTheOthersAndKeepsWhatPeopleSaid() {
        Catalogs catalogs = catalogs(
                document("live.json", BASE),
                document("live.overlay.json", "{'title': 'Live', 'actions': [{'name': 'ListAlarms', 'rateLimit': 5}]}"),
                document("live.json", BASE.replace("Limit", "Size")));

        Action action = catalogs.get("live").action("ListAlarms");

        assertThat(action.parameters()).containsOnlyKeys("Size");
        assertThat(action.rateLimit()).isEqualTo(5);
        assertThat(catalogs.get("live").title()).isEqualTo("Live");
    }

    @Test
    void aLaterOverlayIsOverAnEarlierOne() {
        Catalogs catalogs = catalogs(
                document("live.json", BASE),
                document("live.overlay.json", "{'title': 'Live', 'path': '/a'}"),
                document("live.overlay.json", "{'title': 'Ours', 'path': null}"));

        assertThat(catalogs.get("live").title()).isEqualTo("Ours");
        assertThat(catalogs.get("live").path()).isNull();
    }

    @Test
    void leavesOutWhatIsSaidOfThingsThatTheBaseDoesNotHave() {
        Catalogs catalogs = catalogs(
                document("live.json", BASE),
                document(
                        "live.overlay.json",
                        "{'actions': [{'name': 'ListAlarm', 'rateLimit': 5}, {'name': 'ListAlarms', 'request': [{'name': 'Limits', 'max': 5}]}],"
                                + " 'types': {'Alarm': [{'name': 'Id', 'summary': 'ID'}]}}"),
                document(
                        "live.feeds.json",
                        "{'feeds': {'ListGone': {'kind': 'snapshot', 'item': 'one', 'items': 'Gone', 'key': ['Id']}}}"));

        assertThat(catalogs.get("live").actions()).containsOnlyKeys("ListAlarms");
        assertThat(catalogs.withoutBase("live"))
                .containsExactly(
                        "actions/ListAlarm", "actions/ListAlarms/request/Limits", "types/Alarm", "feeds/ListGone");
    }

    @Test
    void aBrokenDocumentStopsItsApiAlone() {
        Catalogs catalogs = catalogs(document("live.json", "{'protocol': "), document("mdl.json", BASE));

        assertThat(catalogs.get("mdl").action("ListAlarms")).isNotNull();
        assertThatThrownBy(() -> catalogs.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Catalog document live.json is not valid JSON at line 1, column 14: ")
                .hasMessageContaining("catalog-tools check")
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(closed).contains("live.json");
    }

    @Test
    void namesPlaceAndDocumentsOfWhatIsNoCatalog() {
        Catalogs catalogs = catalogs(
                document("live.json", BASE.replace("[{'name': 'Limit', 'type': 'Integer'}]", "'Limit'")),
                document("live.feeds.json", "{}"));

        assertThatThrownBy(() -> catalogs.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessage(
                        "Catalog live/actions/ListAlarms/request: must be a list (read from live.json, live.feeds.json)."
                                + " Correct the document; 'catalog-tools check' shows all that is wrong.");
    }

    @Test
    void refusesANameThatStandsTwiceInOneObject() {
        Catalogs catalogs = catalogs(document(
                "live.json", "{'protocol': 'p', 'endpoint': 'a.example.com',\n 'actions': [],\n 'protocol': 'q'}"));

        assertThatThrownBy(() -> catalogs.get("live")).hasMessageContainingAll("protocol", "line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7"})
    void refusesADocumentThatIsNoObject(String text) {
        assertThatThrownBy(() -> catalogs(document("live.json", text)).get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Catalog document live.json must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                    | kind: is missing",
                "{'kind': null}                                        | kind: is missing",
                "{'kind': 'list'}                                      | kind: must be one of log, series, snapshot but is 'list'",
                "{'kind': 'log', 'items': 'L'}                         | time: is missing",
                "{'kind': 'log', 'items': 'L', 'time': 7} | time: must be an object",
                "{'kind': 'log', 'items': 'L', 'time': {'source': 'receipt'}, 'window': 'Begin'} | window: must be an object",
                "{'kind': 'series', 'items': 'L', 'bucket': {'size': 'PT1M'}} | time: is missing",
                "{'kind': 'series', 'items': 'L', 'time': {'source': 'receipt'}} | bucket: is missing",
                "{'kind': 'series', 'items': 'L', 'time': {'source': 'receipt'}, 'bucket': {}} | bucket/size: is missing",
                "{'kind': 'series', 'items': 'L', 'time': {'source': 'receipt'}, 'bucket': {'size': 'PT1M', 'choices': {'x': {}}}} | bucket/choices/x/size: is missing",
                "{'kind': 'log', 'items': 'L', 'time': {'source': 'receipt'}, 'window': {'begin': 'B', 'end': 'E'}} | window/format: is missing",
            })
    void namesWhatAFeedLacks(String feed, String problem) {
        Catalogs catalogs = catalogs(
                document("live.json", BASE),
                document("live.feeds.json", "{'feeds': {'ListAlarms': " + feed + "}}"),
                document("mdl.json", BASE));

        assertThatThrownBy(() -> catalogs.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Catalog live.feeds/feeds/ListAlarms/" + problem + " (read from live.json");
        assertThat(catalogs.get("mdl")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'pageParameter': 'Limit', 'items': 'L'}                    | style: is missing",
                "{'style': 'page', 'items': 'L'}                             | pageParameter: is missing",
                "{'style': 'page', 'pageParameter': 'Limit'}                 | items: is missing",
                "{'style': 'cursor', 'pageParameter': 'Limit', 'items': 'L'} | outputToken: is missing",
            })
    void namesWhatPagingLacks(String paging, String problem) {
        Catalogs catalogs =
                catalogs(document("live.json", BASE.replace("'request'", "'paging': " + paging + ", 'request'")));

        assertThatThrownBy(() -> catalogs.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Catalog live/actions/ListAlarms/paging/" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'events': [], 'registrations': [{'name': 'all'}]} | registrations/all: must have either template or setting",
                "{'events': [], 'check': 'sign'}                    | check: must be an object",
                "{'events': [{'name': 'begun', 'time': 7}]}         | events/begun/time: must be an object",
            })
    void namesWhatADescriptionOfCallbacksLacks(String callbacks, String problem) {
        Catalogs catalogs = catalogs(document("live.json", BASE), document("live.callbacks.json", callbacks));

        assertThatThrownBy(() -> catalogs.get("live"))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("Catalog live.callbacks/" + problem + " (read from live.json");
    }

    @Test
    void anActionThatDoesNotSaySoCountsAsChangingSomething() {
        Catalogs catalogs = catalogs(document("live.json", BASE.replace("'mutates': false, ", "")));

        assertThat(catalogs.get("live").action("ListAlarms").mutates()).isTrue();
    }

    @Test
    void refusesAParameterThatIsDefinedTwice() {
        Catalogs catalogs = catalogs(document(
                "live.json", BASE.replace("'request': [", "'request': [{'name': 'Limit', 'type': 'String'}, ")));

        assertThatThrownBy(() -> catalogs.get("live"))
                .hasMessageStartingWith("Catalog live/actions/ListAlarms/request/Limit: is defined twice");
    }

    @Test
    void leavesOutCommonParametersThatTheBaseDoesNotHave() {
        Catalogs catalogs = catalogs(
                document("live.json", BASE),
                document("live.overlay.json", "{'commonRequest': [{'name': 'Format', 'summary': 'Always JSON'}]}"));

        assertThat(catalogs.get("live")).isNotNull();
        assertThat(catalogs.withoutBase("live")).containsExactly("commonRequest");
    }

    private static Catalogs catalogs(CatalogDocument... documents) {
        return new Catalogs(List.of(documents));
    }

    private CatalogDocument document(String name, String text) {
        return CatalogDocument.of(name, name, () -> open(name, text.replace('\'', '"')));
    }

    private InputStream open(String name, String text) {
        opened.add(name);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                closed.add(name);
                super.close();
            }
        };
    }
}
