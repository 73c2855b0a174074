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

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.lint.CatalogFile;
import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine takes every feed as the catalog declares it, without an option. Nothing is read. */
class DeclaredFeedsTest {

    static Stream<Named<Action>> feeds() throws IOException {
        return CatalogFile.all().stream().flatMap(file -> file.api().actions().values().stream()
                .filter(action -> action.feed() != null && action.feed().kind() != FeedSpec.Kind.SNAPSHOT)
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

    private static FeedFactory open(Action action) {
        return new FeedFactory(
                action.name(),
                action,
                FeedOptions.NONE,
                parameters -> {
                    throw new IllegalStateException("Nothing is read");
                },
                VendorClock.of(Clock.systemUTC()),
                System::nanoTime);
    }
}
