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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelvideo.tencent.SimulatedCloud;
import org.apache.camel.builder.RouteBuilder;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong options are refused when the route is made, and nothing is sent. */
class WrongFeedOptionsIT extends SimulatedCloud {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeWarnings?startFrom=yesterday | startFrom | yesterday | earliest",
                "DescribeWarnings?startFrom=-P1D | startFrom | future | back from now",
                "DescribeWarnings?lookback=soon | lookback | soon | lookback",
                "DescribeWarnings?lookback=PT-5S | lookback=PT-5S | must not | negative",
                "DescribeWarnings?gracePeriod=PT-5S | gracePeriod=PT-5S | must not | negative",
                "DescribeWarnings?window=31d | window=PT744H | the vendor allows | at most PT720H",
                "DescribeWarnings?window=1 | window=PT0.001S | must be | at least PT1S",
                "DescribeWarnings?pageSize=0 | pageSize=0 | must be | at least 1",
                "DescribeWarnings?pageSize=many | pageSize | many | pageSize",
                "DescribeWarnings?timeZone=Mars/Base | timeZone | Mars/Base | Asia/Shanghai",
                "DescribeWarnings?onFailure=RETRY | onFailure=RETRY | must be redeliver, skip, stop | dead-letter",
                "DescribeWarnings?mode=ALL | mode | ALL | FeedMode",
                "DescribeWarnings?maxRedeliveries=-7 | maxRedeliveries | -7 | -1",
                "DescribeWarnings?maxMessagesPerPoll=lots | maxMessagesPerPoll | lots | maxMessagesPerPoll",
                "DescribeWarnings?acknowledge=ResetWarnin | acknowledge=ResetWarnin | did you mean | ResetWarning",
                "DescribeWarnings?acknowledge=DeleteDevice | acknowledge=DeleteDevice | must be one of | DeleteWarning",
                "DescribeWarnings?startfrom2=now | unknown | startfrom2 | startFrom",
                "DescribeWarnings?WarnLevelArra=1 | unknown | WarnLevelArra | WarnLevelArray",
                "DescribeWarnings?DateBegin=2026-01-01 | DateBegin | is set by the feed | startFrom",
                "DescribeWarnings?Limit=50 | Limit | is set by the feed | pageSize",
                "DescribeWarnings?OrderType=7 | OrderType | 7 | 2",
                "DescribeGroups | cannot be consumed as a feed | mode=RESPONSE | DescribeLiveChannelList",
                "DeleteDevice?DeviceId=d | cannot be consumed as a feed | Call it with to( | iotvideoindustry/DeleteDevice",
                "DescribeDeviceList?startFrom=1h | startFrom | does not apply | initial",
                "DescribeChannels?DeviceId=d&lookback=1m | lookback | does not apply | Remove the option",
                "DescribeWarnings?forEach=DeviceId | forEach=DeviceId | needs forEachIn | #bean",
                "DescribeWarnings?forEachIn=a | forEachIn | needs forEach | parameter",
                "DescribeWarnings?forEachInBody=true | forEachInBody | needs forEach | value",
                "DescribeWarnings?forEach=DeviceID&forEachIn=a | DeviceID | not a parameter | DeviceId",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&DeviceId=b | DeviceId | in the URI | Remove it",
                "DescribeWarnings?forEach=DateBegin&forEachIn=a | DateBegin | is set by the feed | another parameter",
                "DescribeWarnings?forEach=DeviceId&forEachIn=,, | forEachIn | no value | separated by commas",
                "DescribeWarnings?forEach=DeviceId&forEachIn=#none | forEachIn | none | forEachIn",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&forEachConcurrency=0 | forEachConcurrency=0 | must be | at least 1",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&forEachKeep=PT-5S | forEachKeep=PT-5S | must not | negative",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&forEachInBody=true&outputType=String | forEachInBody | outputType=Map | CamelTencentVideoForEach",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&forEachInBody=true&mode=RESPONSE&OrderType=1 | forEachInBody | not supported with mode=RESPONSE | CamelTencentVideoForEach",
                "DescribeWarnings?share=cameras | share=cameras | needs forEach | master:",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&share=cameras | share=cameras | offsetRepository | JdbcOffsetRepository",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&share=cameras&mode=RESPONSE&OrderType=1 | share | mode=RESPONSE | Remove share",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&startFrom=yesterday | startFrom | yesterday | earliest",
                "DescribeWarnings?forEach=DeviceId&forEachIn=a&Limit=50 | Limit | is set by the feed | pageSize",
                "DescribeWarning | unknown action | DescribeWarning | DescribeWarnings"
            })
    void refusesARouteAndSaysWhy(String uri, String what, String why, String remedy) {
        Throwable refused = catchThrowable(() -> context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(API + uri).routeId("wrong").to("mock:never");
            }
        }));

        assertThat(refused).isNotNull();
        assertThat(Throwables.getStackTrace(refused)).contains(what, why, remedy);
        assertThat(cloud().requests().count()).isZero();
    }
}
