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
package io.github.camelvideo.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tools.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code try} shows of calls and feeds, and how it ends. */
class TryIT {

    private static final String STREAMS = "tencent-video:live/DescribeLiveStreamOnlineList";
    private static final String ALARMS = "tencent-video:iotvideoindustry/DescribeWarnings";

    @TempDir
    private Path catalogs;

    @Test
    void aFeedShowsItemsPositionAndCalls() {
        Tool tried = Tool.run("try", STREAMS, "--simulator", "--items", 3);

        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains(
                        "item 1",
                        "item 3",
                        "key       t1000|t1000|t1000",
                        "change    added",
                        "\"StreamName\":\"t1002\"")
                .doesNotContain("item 4")
                .containsPattern("time      \\d{4}-\\d\\d-\\d\\dT")
                .contains("position    " + STREAMS + "#", "\"t1002|t1002|t1002\"")
                .containsPattern(
                        "calls\\R  \\S+Z POST DescribeLiveStreamOnlineList \\{\"PageNum\":1,\"PageSize\":100}");
        assertThat(tried.status()).isZero();
    }

    @Test
    void aFeedOfManyDevicesHasAPositionForEach() {
        Tool tried = Tool.run("try", "aliyun-linkvisual:QueryDeviceEvent", "--simulator");

        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains("item 5", "partition part0", "partition part1", "#IotId/part0", "#IotId/part1");
        assertThat(tried.status()).isZero();
    }

    @Test
    void aFeedListsItemsForTheDevicesThatTheUserNames() {
        Tool tried = Tool.run("try", "aliyun-linkvisual:QueryDeviceEvent?IotId=camera-7", "--simulator", "--items", 1);

        assertThat(tried.out()).contains("item 1", "\"IotId\":\"camera-7\"").doesNotContain("forEach", "item 2");
        assertThat(tried.status()).isZero();
    }

    @Test
    void aCallShowsRequestAndResponse() {
        Tool tried = Tool.run("try", STREAMS, "--simulator", "--as", "call", "--option", "PageSize=10");

        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains("request     live/DescribeLiveStreamOnlineList {\"PageSize\":10}", "\"OnlineInfo\" : [ ]")
                .contains("attempts    1", "total       0")
                .containsPattern("request ID  \\S+")
                .containsPattern("time        \\d+ ms");
        assertThat(tried.status()).isZero();
    }

    @Test
    void aFailedCallIsALine() {
        Tool tried = Tool.run(
                "try",
                "aliyun-linkvisual:CreateRecordPlan",
                "--simulator",
                "--body",
                "{\"Name\":\"n\",\"TemplateId\":\"t\"}");

        assertThat(tried.out()).contains("request     linkvisual/CreateRecordPlan", "\"TemplateId\":\"t\"");
        assertThat(tried.err().lines())
                .singleElement()
                .asString()
                .contains(
                        "linkvisual/CreateRecordPlan: refused by the vendor, code=460",
                        "there is no linkvisual/template t");
        assertThat(tried.status()).isEqualTo(1);
    }

    @Test
    void againstAnotherAddressItUsesTheKeysOfTheUserAndShowsThemNowhere() {
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().account("AKIDmine", "my-own-key").start()) {
            cloud.world().raiseAlarm(Instant.now().minusSeconds(30));
            cloud.faults().next(Fault.HTTP_500);

            Tool tried = Tool.run(
                    "try",
                    ALARMS + "?secretId=AKIDmine&secretKey=my-own-key&startFrom=PT1H",
                    "--endpoint-url",
                    cloud.url(),
                    "--items",
                    1);

            assertThat(tried.err()).isEmpty();
            assertThat(tried.out())
                    .contains(
                            "item 1",
                            "position    " + ALARMS + "#",
                            "POST http://127.0.0.1/ -> HTTP 500 in",
                            "-> HTTP 200")
                    .doesNotContain("my-own-key", "item 2");
            assertThat(tried.status()).isZero();
        }
    }

    @Test
    void whenNoItemCameItSaysWhatToDo() {
        try (VideoCloudSimulator cloud = VideoCloudSimulator.start()) {
            Tool tried = Tool.run(
                    "try",
                    ALARMS + "?secretId=" + VideoCloudSimulator.SECRET_ID + "&secretKey="
                            + VideoCloudSimulator.SECRET_KEY,
                    "--endpoint-url",
                    cloud.url(),
                    "--timeout",
                    1);

            assertThat(tried.err().strip())
                    .isEqualTo(
                            "No item came. Read further back with --option startFrom=PT1H, or wait longer with --timeout.");
            assertThat(tried.status()).isEqualTo(1);
        }
    }

    @Test
    void secretsAreShownNowhere() {
        assertThat(Tool.run("import", Files.TENCENT, "--out", catalogs).status())
                .isZero();

        Tool tried = Tool.run(
                "try",
                "tencent-video:cinema/CreateHall?region=ap-guangzhou&Name=Royal&DoorPassword=open-sesame",
                "--simulator",
                "--catalogs",
                "file:" + catalogs,
                "--body",
                "{\"Rows\":[]}");

        assertThat(tried.out() + tried.err())
                .contains("\"Name\":\"Royal\"", "\"DoorPassword\":\"***\"")
                .doesNotContain("open-sesame", VideoCloudSimulator.SECRET_KEY);
        assertThat(tried.status()).as(tried.err()).isZero();
    }

    @Test
    void anActionThatNoCatalogHasIsCalledLeniently() {
        try (VideoCloudSimulator cloud =
                VideoCloudSimulator.builder().account("AKIDmine", "my-own-key").start()) {
            Tool tried = Tool.run(
                    "try",
                    "tencent-video:live/DescribeTomorrow?validation=LENIENT&Day=7&secretId=AKIDmine&secretKey=my-own-key",
                    "--endpoint-url",
                    cloud.url());

            assertThat(tried.out()).contains("request     live/DescribeTomorrow {\"Day\":\"7\"}", "attempts    1");
            assertThat(tried.out() + tried.err()).doesNotContain("my-own-key");
            assertThat(tried.err()).contains("live/DescribeTomorrow: refused by the vendor, code=InvalidAction");
            assertThat(tried.status()).isEqualTo(1);
        }
    }

    @Test
    void aStackTraceIsShownOnRequestAndHasNoKey() {
        String wrong = STREAMS + "?PageSzie=10&secretId=AKIDmine&secretKey=my-own-key";

        assertThat(Tool.run("try", wrong, "--simulator").err()).doesNotContain("\tat ", "my-own-key");
        assertThat(Tool.run("try", wrong, "--simulator", "--verbose").err())
                .contains("unknown parameter 'PageSzie'", "\tat ")
                .doesNotContain("my-own-key");
    }

    @Test
    void aMissingParameterIsNamedAlsoIfTheCatalogHasNoTexts() {
        Tool.run("import", Files.TENCENT, "--out", catalogs);

        Tool tried =
                Tool.run("try", "tencent-video:cinema/GetPicture", "--simulator", "--catalogs", "file:" + catalogs);

        assertThat(tried.err().strip())
                .isEqualTo("tencent-video:cinema/GetPicture: missing required parameter 'HallId' (Integer)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live/X | 'live/X' is not a URI of an action. Write it as in a route, such as tencent-video:live/<Action>.",
                "http:live/X | 'http' is not a component of Camel Video. Use tencent-video or aliyun-linkvisual.",
                "tencent-video:live | 'tencent-video:live' names no action. Write it as tencent-video:<api>/<Action>.",
                "tencent-video:liv/X | Unknown API 'liv' (did you mean 'live'?).",
                "tencent-video:live/DescribeLiveStreamStates --simulator | unknown action 'DescribeLiveStreamStates' (did you mean 'DescribeLiveStreamState'?)",
                "tencent-video:live/DescribeLiveStreamOnlineList?PageSzie=1 --simulator | unknown parameter 'PageSzie' (did you mean 'PageSize'?)",
                "tencent-video:live/DescribeLiveStreamState?AppName=a&StreamName=b --simulator | missing required parameter 'DomainName'",
                "tencent-video:live/DropLiveStream --simulator | missing required parameter 'StreamName'",
                "tencent-video:live/DropLiveStream --simulator --as feed | tencent-video:live/DropLiveStream: cannot be consumed as a feed.",
                "tencent-video:live/X --catalogs file:nowhere | --catalogs: file or folder",
                "tencent-video:live/X --simulator --endpoint-url http://127.0.0.1:1 | --simulator and --endpoint-url exclude each other.",
                "tencent-video:live/X --items 0 | --items 0: must be at least 1.",
                "tencent-video:live/X --as list | --as list: must be feed or call.",
            })
    void whatCannotBeUsedIsExplainedAndNothingIsSent(String arguments, String message) {
        Tool tried = Tool.run((Object[]) ("try " + arguments).split(" "));

        assertThat(tried.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(tried.out()).doesNotContain("item", "response");
        assertThat(tried.status()).isEqualTo(2);
    }
}
