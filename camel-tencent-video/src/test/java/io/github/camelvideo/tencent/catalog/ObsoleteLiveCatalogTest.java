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
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.Field.Place;
import io.github.camelvideo.lint.CatalogFields;
import io.github.camelvideo.lint.CatalogFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's pages of the two obsolete live APIs say, as far as code depends on it. */
class ObsoleteLiveCatalogTest {

    private static final String STREAM_CODES = "live-v2017";
    private static final String CHANNELS = "live-v2";

    @ParameterizedTest
    @ValueSource(strings = {STREAM_CODES, CHANNELS})
    void everyActionIsObsolete(String id) throws IOException {
        assertThat(api(id).actions().values()).allMatch(action -> action.age().deprecated());
    }

    @ParameterizedTest
    @CsvSource({
        STREAM_CODES + ", LiveChannelGetChannelList",
        CHANNELS + ", CreateLVBChannel ModifyLVBChannel DeleteLVBChannel GetVodRecordFiles"
    })
    void namesASuccessorWhereThereIsOne(String id, String without) throws IOException {
        ApiCatalog api = api(id);

        assertThat(named(api, action -> action.age().replacedBy().isEmpty())).containsExactly(without.split(" "));
        assertThat(api.actions().values())
                .flatExtracting(action -> action.age().replacedBy())
                .allMatch(successor -> successor.startsWith("live/"));
    }

    @Test
    void oneSwitchOfThePastBecameSeveralActions() throws IOException {
        assertThat(api(STREAM_CODES).action("LiveChannelSetStatus").age().replacedBy())
                .containsExactly("live/ForbidLiveStream", "live/ResumeLiveStream", "live/DropLiveStream");
    }

    @Test
    void statisticsHaveTheirOwnHostAndNameTheAccountDifferently() throws IOException {
        ApiCatalog api = api(STREAM_CODES);

        assertThat(api.endpoint()).isEqualTo("fcgi.video.qcloud.com");
        assertThat(api.path()).isEqualTo("/common_access");
        assertThat(named(api, action -> "statcgi.video.qcloud.com"
                        .equals(action.wire().host())))
                .isEqualTo(named(api, action -> action.wire().common().contains("cmd")))
                .containsExactly("GetLiveStat", "GetLivePushStat", "GetLivePlayStat", "GetBillingBandwidth");
        assertThat(api.actions().values())
                .allSatisfy(action -> assertThat(action.wire().common()).contains("interface", "t", "sign"));
    }

    @Test
    void mixesAreNamedInTheQueryAndInTheBody() throws IOException {
        ApiCatalog api = api(STREAM_CODES);
        Action mix = api.action("MixStreamV2StartMixStreamAdvanced");

        assertThat(named(api, action -> "POST".equals(action.wire().method())))
                .isEqualTo(named(api, action -> action.wire().bodyName() != null))
                .containsExactly("MixStreamV2StartMixStreamAdvanced", "MixStreamV2CancelMixStream");
        assertThat(mix.wire().name()).isEqualTo("Mix_StreamV2");
        assertThat(mix.wire().bodyName()).isEqualTo("mix_streamv2.start_mix_stream_advanced");
        assertThat(mix.wire().common())
                .containsExactlyInAnyOrder("appid", "interface", "t", "sign", "timestamp", "eventId", "app_id");
        assertThat(mix.parameters().values())
                .allSatisfy(field -> assertThat(field.in()).containsExactly(Place.BODY));
    }

    @Test
    void channelActionsShareTheirCommonParameters() throws IOException {
        ApiCatalog api = api(CHANNELS);

        assertThat(api.path()).isEqualTo("/v2/index.php");
        assertThat(api.regions()).containsExactly("bj", "gz", "sh", "hk", "ca");
        assertThat(api.actions().values()).allSatisfy(action -> {
            assertThat(action.region()).isEqualTo(Action.RegionRule.REQUIRED);
            assertThat(action.wire().common())
                    .containsExactlyInAnyOrder("Action", "Region", "Timestamp", "Nonce", "SecretId", "Signature");
        });
    }

    @ParameterizedTest
    @CsvSource({STREAM_CODES + ", LiveTapeStart", CHANNELS + ", CreateRecord"})
    void startingARecordingTwiceWouldRecordTwice(String id, String action) throws IOException {
        assertThat(api(id).action(action).mutates()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        STREAM_CODES + ", -28, UNAVAILABLE", STREAM_CODES + ", -505, UNAVAILABLE",
        STREAM_CODES + ", -507, UNAVAILABLE", STREAM_CODES + ", -10031, UNAVAILABLE",
        STREAM_CODES + ", -508, OTHER", STREAM_CODES + ", 10003, OTHER",
        STREAM_CODES + ", cmd is invalid, CREDENTIALS", CHANNELS + ", 4100, CREDENTIALS",
        CHANNELS + ", 4200, CLOCK", CHANNELS + ", 4500, CLOCK",
        CHANNELS + ", 4400, THROTTLED", CHANNELS + ", 6000, UNAVAILABLE",
        CHANNELS + ", 6200, UNAVAILABLE", CHANNELS + ", 3000, UNAVAILABLE",
        CHANNELS + ", 5100, OTHER", CHANNELS + ", 20108, OTHER"
    })
    void saysWhatFollowsFromAnErrorCode(String id, String code, Kind kind) throws IOException {
        assertThat(api(id).error(code).kind()).isEqualTo(kind);
    }

    @Test
    void marksWhatGrantsAccessAsSecret() throws IOException {
        assertThat(CatalogFields.of(api(CHANNELS))
                        .filter(Field::secret)
                        .map(Field::name)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "playerPassword",
                        "upstream_address",
                        "hls_downstream_address",
                        "rtmp_downstream_address",
                        "flv_downstream_address",
                        "sourceAddress",
                        "password");
        assertThat(CatalogFields.of(api(STREAM_CODES)).filter(Field::secret)).isEmpty();
    }

    private static ApiCatalog api(String id) throws IOException {
        return CatalogFile.of("tencent-video", id).api();
    }

    private static List<String> named(ApiCatalog api, Predicate<Action> which) {
        return api.actions().values().stream().filter(which).map(Action::name).toList();
    }

    @Test
    void recordedFilesAreALogWithAWindowAndTheirTimesInTheirNames() throws IOException {
        FeedSpec feed = api(CHANNELS).action("GetVodRecordFiles").feed();

        assertThat(feed.kind()).isEqualTo(FeedSpec.Kind.LOG);
        assertThat(feed.time().field()).isEqualTo("fileName");
        assertThat(feed.window().begin()).isEqualTo("startTime");
        assertThat(feed.window().end()).isEqualTo("endTime");
    }
}
