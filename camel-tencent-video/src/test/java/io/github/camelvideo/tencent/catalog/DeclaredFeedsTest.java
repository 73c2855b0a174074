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
package io.github.camelvideo.tencent.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.ItemPath;
import io.github.camelvideo.lint.CatalogFile;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine takes every feed as the catalog declares it, without an option, and its path fits the vendor's example. Nothing is read. */
class DeclaredFeedsTest {

    static Stream<Named<Action>> feeds() throws IOException {
        return CatalogFile.all("tencent-video").stream().flatMap(file -> file.api().actions().values().stream()
                .filter(action -> action.feed() != null)
                .map(action -> Named.of(file.id() + "/" + action.name(), action)));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void opensAsItIsDeclared(Action action) {
        assertThatCode(() -> open(action)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void opensWithEachChoiceOfBuckets(Action action) {
        FeedFactory feed = open(action);
        if (action.feed() instanceof SeriesSpec series) {
            series.bucket().choices().keySet().forEach(choice -> assertThatCode(() ->
                            feed.check(ExactJson.object().put(series.bucket().parameter(), choice)))
                    .doesNotThrowAnyException());
        }
    }

    static List<CatalogFile> files() throws IOException {
        return CatalogFile.all("tencent-video");
    }

    @ParameterizedTest
    @MethodSource("files")
    void findsTheItemsOfTheVendorsExamplesWithTheirFields(CatalogFile file) throws IOException {
        for (var example : CatalogFilesTest.examples(file.id()).properties()) {
            Action action = file.api().action(example.getKey());
            String name = file.id() + "/" + action.name();
            if (action.feed() != null && example.getValue().has("response")) {
                JsonNode answer = body(file.api(), example.getValue().get("response"));
                ListSpec list = action.feed().list();
                List<JsonNode> items = ItemPath.of(list.items(), list.carry()).find(answer);
                fields(action.feed()).forEach(field -> assertThat(items)
                        .as("%s of %s", field, name)
                        .noneMatch(item -> at(item, field).isMissingNode()));
            }
        }
    }

    private static JsonNode body(ApiCatalog api, JsonNode response) {
        JsonNode answer = UnwrappedAnswer.of(api, response);
        return api.protocol().equals("tencent-iss-rest") ? answer.path("Data") : answer;
    }

    private static List<String> fields(FeedSpec feed) {
        if (!feed.list().columns().isEmpty()) {
            return List.of();
        }
        Stream<String> time = feed.time() == null
                ? Stream.of()
                : Stream.ofNullable(feed.time().field());
        return Stream.concat(feed.key().stream().map(key -> key.replace("|no-query", "")), time)
                .toList();
    }

    private static JsonNode at(JsonNode item, String field) {
        return item.isValueNode() && field.equals("value") ? item : ExactJson.at(item, field);
    }

    private static FeedFactory open(Action action) {
        return new FeedFactory(
                action.name(),
                action,
                FeedOptions.NONE,
                ItemType.UNKNOWN,
                parameters -> {
                    throw new IllegalStateException("Nothing is read");
                },
                VendorClock.of(Clock.systemUTC()),
                System::nanoTime);
    }
}
