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
                    "Parameters of the call by name. They override those of the URI and of the body; a null takes one away.",
            javaType = "java.util.Map")
    public static final String PARAMETERS = "CamelAliyunLinkVisualParameters";

    @Metadata(
            description =
                    "The action the message came from, as linkvisual/Action. For information: it changes no call.",
            javaType = "String")
    public static final String ACTION = "CamelAliyunLinkVisualAction";

    @Metadata(description = "Alibaba Cloud's id of the request; with paging, of the first one.", javaType = "String")
    public static final String REQUEST_ID = "CamelAliyunLinkVisualRequestId";

    @Metadata(description = "How many items there are in all, where the answer says so.", javaType = "Long")
    public static final String TOTAL_COUNT = "CamelAliyunLinkVisualTotalCount";

    @Metadata(label = "consumer", description = "What identifies the item within its feed.", javaType = "String")
    public static final String ITEM_KEY = "CamelAliyunLinkVisualItemKey";

    @Metadata(label = "consumer", description = "When the item happened, in UTC.", javaType = "java.time.Instant")
    public static final String ITEM_TIME = "CamelAliyunLinkVisualItemTime";

    @Metadata(
            label = "consumer",
            description =
                    "How often the item was delivered before without success: 0 at first, 1 after the first failure.",
            javaType = "Integer")
    public static final String REDELIVERY = "CamelAliyunLinkVisualRedelivery";

    @Metadata(
            label = "consumer",
            description = "The value of forEach that the message was read for; only where forEach is set.",
            javaType = "String")
    public static final String FOR_EACH = "CamelAliyunLinkVisualForEach";

    @Metadata(
            label = "consumer",
            description =
                    "How the item differs from what was delivered of it before: added, changed (another state of a known item) or removed.",
            javaType = "String")
    public static final String CHANGE = "CamelAliyunLinkVisualChange";

    @Metadata(
            label = "consumer",
            description = "The way on which the item was received first: poll, push or forward.",
            javaType = "String")
    public static final String ORIGIN = "CamelAliyunLinkVisualOrigin";

    private AliyunLinkVisualConstants() {}
}
