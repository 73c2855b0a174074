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
package io.github.camelvideo.aliyun;

import org.apache.camel.spi.Metadata;

/** Names of the headers of {@code aliyun-linkvisual}. */
public final class AliyunLinkVisualConstants {

    @Metadata(
            label = "producer",
            description =
                    "Parameters of the call by name. They override parameters in the URI and in the body. A null value removes a parameter.",
            javaType = "java.util.Map")
    public static final String PARAMETERS = "CamelAliyunLinkVisualParameters";

    @Metadata(
            description = "API and action that the message came from, as linkvisual/Action. Has no effect on calls.",
            javaType = "String")
    public static final String ACTION = "CamelAliyunLinkVisualAction";

    @Metadata(
            description = "Alibaba Cloud's ID of the request. With paging, the ID of the first request.",
            javaType = "String")
    public static final String REQUEST_ID = "CamelAliyunLinkVisualRequestId";

    @Metadata(description = "Total number of items, if the response contains it.", javaType = "Long")
    public static final String TOTAL_COUNT = "CamelAliyunLinkVisualTotalCount";

    @Metadata(
            label = "producer",
            description =
                    "True if paging=ALL left out items because the list is longer than maxItems. Otherwise not set.",
            javaType = "Boolean")
    public static final String TRUNCATED = "CamelAliyunLinkVisualTruncated";

    @Metadata(label = "consumer", description = "Key that identifies the item within its feed.", javaType = "String")
    public static final String ITEM_KEY = "CamelAliyunLinkVisualItemKey";

    @Metadata(label = "consumer", description = "Time of the item, in UTC.", javaType = "java.time.Instant")
    public static final String ITEM_TIME = "CamelAliyunLinkVisualItemTime";

    @Metadata(
            label = "consumer",
            description = "Number of failed deliveries of the item since the feed started: 0 at the first delivery.",
            javaType = "Integer")
    public static final String REDELIVERY = "CamelAliyunLinkVisualRedelivery";

    @Metadata(
            label = "consumer",
            description =
                    "Value of forEach that the message was read for; the values of a tuple are separated by commas. Set only with forEach.",
            javaType = "String")
    public static final String FOR_EACH = "CamelAliyunLinkVisualForEach";

    @Metadata(
            label = "consumer",
            description =
                    "Kind of change: added (an item not delivered before), changed (a new state of a delivered item), removed (an item no longer listed) or present (an unchanged member delivered again).",
            javaType = "String")
    public static final String CHANGE = "CamelAliyunLinkVisualChange";

    @Metadata(
            label = "consumer",
            description =
                    "Number of the item's state, counted from 0. Set for items that change: in logs with revisions and in series with emit=REVISIONS.",
            javaType = "Integer")
    public static final String REVISION = "CamelAliyunLinkVisualRevision";

    @Metadata(
            label = "consumer",
            description = "Whether no later state of the item is expected. Set together with the revision.",
            javaType = "Boolean")
    public static final String FINAL = "CamelAliyunLinkVisualFinal";

    @Metadata(
            label = "consumer",
            description = "Source from which the item was first received: poll, push or forward.",
            javaType = "String")
    public static final String ORIGIN = "CamelAliyunLinkVisualOrigin";

    @Metadata(
            label = "consumer",
            description =
                    "With callbacks or acceptOffers, name of the event, such as stream-started; unknown if the catalog does not contain it.",
            javaType = "String")
    public static final String EVENT = "CamelAliyunLinkVisualEvent";

    private AliyunLinkVisualConstants() {}
}
