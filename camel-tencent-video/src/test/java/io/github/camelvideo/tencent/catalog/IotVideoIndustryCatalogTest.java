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

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.ErrorCode.Kind;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.LogSpec;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's pages of IoT Video (Industry Edition) say, as far as code depends on it. */
class IotVideoIndustryCatalogTest {

    private static final ApiCatalog API = Catalogs.ofClassPath("tencent-video").get("iotvideoindustry");

    @Test
    void saysHowItIsCalled() {
        assertThat(API.protocol()).isEqualTo("tencent-cloud-api-3");
        assertThat(API.version()).isEqualTo("2020-12-01");
        assertThat(API.endpoint()).isEqualTo("iotvideoindustry.tencentcloudapi.com");
        assertThat(API.regions()).containsExactly("ap-guangzhou");
        assertThat(API.actions().values()).allSatisfy(action -> {
            assertThat(action.region()).isEqualTo(Action.RegionRule.REQUIRED);
            assertThat(action.rateLimit()).isEqualTo(20);
        });
    }

    @Test
    void actionsWhoseNameSaysTheyReadDoNotMutate() {
        assertThat(API.actions().values()).allSatisfy(action -> assertThat(action.mutates())
                .as(action.name())
                .isEqualTo(!action.name().matches("(Describe|Get).*")));
    }

    @Test
    void alarmsAreAFeed() {
        LogSpec feed = (LogSpec) API.action("DescribeWarnings").feed();

        ZoneId china = ZoneId.of("Asia/Shanghai");
        assertThat(feed.items()).isEqualTo("Data");
        assertThat(feed.key()).containsExactly("Id");
        assertThat(feed.time())
                .isEqualTo(FeedSpec.Time.of(
                        "CreateTime", List.of(TimeFormat.ISO, TimeFormat.EPOCH_SECONDS, TimeFormat.LOCAL), china));
        assertThat(feed.window())
                .isEqualTo(FeedSpec.Window.of("DateBegin", "DateEnd", TimeFormat.LOCAL, china, Duration.ofDays(30)));
        assertThat(feed.defaults()).isEqualTo(Map.of("OrderType", IntNode.valueOf(2)));
        assertThat(feed.pageSize()).isEqualTo(100);
        assertThat(feed.maxWindowItems()).isEqualTo(5000);
        assertThat(feed.lookback()).isEqualTo(Duration.ofMinutes(10));
        assertThat(feed.gracePeriod()).isZero();
        assertThat(feed.delay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(feed.retention()).isEqualTo(Duration.ofDays(30));
        assertThat(feed.acknowledge())
                .isEqualTo(Map.of("ResetWarning", Map.of("Id", "Id"), "DeleteWarning", Map.of("Id", "Id")));
    }

    @Test
    void declaresWhatHappenedAsLogs() {
        assertThat(API.actions().values())
                .filteredOn(action -> action.feed() instanceof LogSpec)
                .extracting(Action::name)
                .containsExactlyInAnyOrder(
                        "DescribeWarnings",
                        "DescribeDeviceEvent",
                        "DescribeVideoList",
                        "DescribeLiveVideoList",
                        "DescribeVideoListByChannel");
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded, THROTTLED",
        "RequestLimitExceeded.UinLimitExceeded, THROTTLED",
        "RequestLimitExceeded.NeverSeen, THROTTLED",
        "LimitExceeded, OTHER",
        "InternalError, UNAVAILABLE",
        "InternalError.DBOperationError, UNAVAILABLE",
        "ServiceUnavailable, UNAVAILABLE",
        "ResourceUnavailable.GBProtocolExecException, UNAVAILABLE",
        "ResourceUnavailable, OTHER",
        "AuthFailure.SignatureExpire, CLOCK",
        "AuthFailure.SignatureFailure, CREDENTIALS",
        "AuthFailure.NeverSeen, CREDENTIALS",
        "UnauthorizedOperation, CREDENTIALS",
        "UnauthorizedOperation.GroupExist, OTHER",
        "UnsupportedOperation.GroupExist, OTHER",
        "FailedOperation, OTHER"
    })
    void saysWhatFollowsFromAnErrorCode(String code, Kind kind) {
        assertThat(API.error(code).kind()).isEqualTo(kind);
    }

    @Test
    void marksWhatGrantsAccessAsSecret() {
        Stream<Field> all = Stream.of(
                        fields(action -> action.parameters()),
                        fields(action -> action.answer()),
                        API.types().values().stream().flatMap(type -> type.values().stream()))
                .flatMap(fields -> fields);

        assertThat(all).allSatisfy(field -> assertThat(field.secret())
                .as(field.name())
                .isEqualTo(field.name().matches("PassWord|PushStreamAddress|VideoUrl|RTSPUrl|.*Addr")));
    }

    private static Stream<Field> fields(Function<Action, Map<String, Field>> of) {
        return API.actions().values().stream().flatMap(action -> of.apply(action).values().stream());
    }
}
