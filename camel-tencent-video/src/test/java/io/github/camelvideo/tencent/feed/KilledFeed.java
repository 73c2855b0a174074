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

/** The feeds of a process that is killed: one of each kind, with each way to tell what changes. */
enum KilledFeed {
    LOG("iotvideoindustry/DescribeWarnings", "Id", "startFrom=2026-05-31T20:00:00Z"),
    /** A list without a window, which shows all alerts again and again. */
    REVISIONS(
            "mdl/DescribeStreamLiveChannelAlerts",
            "ClearTime",
            "startFrom=2026-06-01T00:00:00Z&forEach=ChannelId&forEachIn=c1,c2"),
    /** Items that grow, in windows. */
    WINDOWED_REVISIONS(
            "iss/DescribeCloudRecordTimeline",
            "End",
            "startFrom=2026-05-31T20:00:00Z&forEach=DeviceId,ChannelId&forEachIn=RAW(d1,c1;d1,c2)"),
    SERIES(
            "live/DescribePlayErrorCodeDetailInfoList",
            "Numbers",
            "startFrom=2026-06-01T00:00:00Z&gracePeriod=PT3M&emit=final"),
    SERIES_REVISIONS(
            "live/DescribePlayErrorCodeDetailInfoList",
            "Numbers",
            "startFrom=2026-06-01T00:00:00Z&gracePeriod=PT3M&emit=revisions"),
    SNAPSHOT("iotvideoindustry/DescribeDeviceList", "NickName", "initial=announce&missingReadings=2&resync=PT5M");

    private final String action;
    private final String field;
    private final String options;

    /** @param field of an item that tells its state */
    KilledFeed(String action, String field, String options) {
        this.action = action;
        this.field = field;
        this.options = options;
    }

    /** How {@link KilledNode} is told of the route. */
    String route() {
        return name() + "\t" + field + "\ttencent-video:" + action + "?" + options + "&offsetKey=" + name();
    }
}
