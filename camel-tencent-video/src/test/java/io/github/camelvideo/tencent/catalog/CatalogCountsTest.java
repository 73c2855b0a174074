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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Action.RegionRule;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.lint.CatalogFile;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every catalog has as much as the vendor's document or definition was counted to have; live has two actions more, which the vendor
 * has given up.
 */
class CatalogCountsTest {

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry, 14, 104, 0, 32, 99",
        "live,             26, 233, 1, 122, 256",
        "mdl,               6,  36, 0, 106, 65",
        "iss-v3,           15,  76, 0, 69, 38",
        "iss,              13,  83, 0, 69, 102",
        "live-v2017,        2,  14, 0, 9, 28",
        "live-v2,           2,  13, 0, 9, 55",
    })
    void partsOfTheDocument(String id, int groups, int actions, int listedOnly, int types, int errors)
            throws IOException {
        CatalogFile file = CatalogFile.of("tencent-video", id);

        assertThat(file.api().groups()).hasSize(groups);
        assertThat(file.api().actions()).hasSize(actions);
        assertThat(file.api().listedOnly()).hasSize(listedOnly);
        assertThat(file.api().types()).hasSize(types);
        assertThat(file.api().errors()).hasSize(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry, 309, 245, 191",
        "live,             947, 549, 799",
        "mdl,               99,  67, 531",
        "iss-v3,           225, 136, 427",
        "iss,              206,  78, 314",
        "live-v2017,        57,  26,  41",
        "live-v2,           39,  13,  41",
    })
    void fields(String id, int parameters, int answers, int members) throws IOException {
        ApiCatalog api = CatalogFile.of("tencent-video", id).api();

        assertThat(api.actions().values().stream()
                        .mapToInt(action -> action.parameters().size())
                        .sum())
                .isEqualTo(parameters);
        assertThat(api.actions().values().stream()
                        .mapToInt(action -> action.answer().size())
                        .sum())
                .isEqualTo(answers);
        assertThat(api.types().values().stream().mapToInt(Map::size).sum()).isEqualTo(members);
    }

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry, 48, 17, 22",
        "live,             128, 10, 24",
        "mdl,              17,  0,  2",
        "iss-v3,           35,  0,  9",
        "iss,              38,  0,  7",
        "live-v2017,        7, 14,  4",
        "live-v2,           8, 13,  4",
    })
    void actionsThatChangeAndAreDeprecatedAndPage(String id, int mutating, int deprecated, int paging)
            throws IOException {
        assertThat(count(id, Action::mutates)).isEqualTo(mutating);
        assertThat(count(id, action -> action.age().deprecated())).isEqualTo(deprecated);
        assertThat(count(id, action -> action.paging() != null)).isEqualTo(paging);
    }

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry,  1, 104, 0,   0",
        "live,             12,  28, 50, 155",
        "mdl,              15,   0, 36,  0",
        "iss-v3,            0,   0, 76,  0",
        "iss,               0,   0, 0,  83",
        "live-v2017,        0,   0, 0,  14",
        "live-v2,           5,  13, 0,   0",
    })
    void regions(String id, int regions, int required, int optional, int none) throws IOException {
        assertThat(CatalogFile.of("tencent-video", id).api().regions()).hasSize(regions);
        assertThat(count(id, action -> action.region() == RegionRule.REQUIRED)).isEqualTo(required);
        assertThat(count(id, action -> action.region() == RegionRule.OPTIONAL)).isEqualTo(optional);
        assertThat(count(id, action -> action.region() == RegionRule.NONE)).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({
        "iotvideoindustry, 5,  6, 16",
        "live,            12, 26, 42",
        "mdl,              4,  2,  7",
        "iss-v3,           3,  1, 19",
        "iss,              3,  0, 20",
        "live-v2017,       0,  4,  3",
        "live-v2,          1,  0,  3",
    })
    void feedsOfEachKind(String id, int logs, int series, int snapshots) throws IOException {
        assertThat(count(id, action -> isFeed(action, FeedSpec.Kind.LOG))).isEqualTo(logs);
        assertThat(count(id, action -> isFeed(action, FeedSpec.Kind.SERIES))).isEqualTo(series);
        assertThat(count(id, action -> isFeed(action, FeedSpec.Kind.SNAPSHOT))).isEqualTo(snapshots);
    }

    private static boolean isFeed(Action action, FeedSpec.Kind kind) {
        return action.feed() != null && action.feed().kind() == kind;
    }

    private static long count(String id, Predicate<Action> which) throws IOException {
        return CatalogFile.of("tencent-video", id).api().actions().values().stream()
                .filter(which)
                .count();
    }
}
