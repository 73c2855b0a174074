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
package io.github.camelvideo.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.EndpointAction;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.consumer.StandaloneFeed;
import io.github.camelvideo.feed.FeedItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Makes records of items, and those that tell of a position without items. Immutable, for any thread. */
final class ItemRecords {

    static final String HEADER_ACTION = "video.action";
    static final String HEADER_ITEM_KEY = "video.itemKey";
    static final String HEADER_ITEM_TIME = "video.itemTime";
    static final String HEADER_CHANGE = "video.change";
    static final String HEADER_PARTITION = "video.partition";
    static final String HEADER_REVISION = "video.revision";
    static final String HEADER_FINAL = "video.final";

    private static final String ITEM_KEY = "itemKey";
    private static final String WATERMARK = "watermark";

    private final StandaloneFeed feed;
    private final String topic;
    private final String heartbeatTopic;
    private final String action;
    private final String feedName;

    // null without schemas
    private final ItemSchema value;
    private final Schema key;
    private final Schema heartbeat;

    ItemRecords(StandaloneFeed feed, ConnectorSettings settings) {
        EndpointAction called = feed.action();
        this.feed = feed;
        this.topic = settings.topic();
        this.heartbeatTopic = settings.heartbeatTopic();
        this.action = called.callName();
        this.feedName = feed.positionName();
        List<String> partitionedBy = feed.partitionedBy();
        if (settings.hasSchemas()) {
            String name = "io.github.camelvideo." + called.api().id().replace('-', '_') + "."
                    + called.action().name();
            this.value = ItemSchema.of(name, ItemType.of(called.api(), called.action()), partitionedBy);
            SchemaBuilder keyBuilder = SchemaBuilder.struct().name(name + ".Key");
            partitionedBy.forEach(parameter -> keyBuilder.field(parameter, Schema.OPTIONAL_STRING_SCHEMA));
            this.key = keyBuilder.field(ITEM_KEY, Schema.STRING_SCHEMA).build();
            this.heartbeat = SchemaBuilder.struct()
                    .name("io.github.camelvideo.Heartbeat")
                    .field(SourcePartition.FEED, Schema.STRING_SCHEMA)
                    .field(SourcePartition.PARTITION, Schema.STRING_SCHEMA)
                    .field(WATERMARK, Schema.OPTIONAL_STRING_SCHEMA)
                    .build();
        } else {
            this.value = null;
            this.key = null;
            this.heartbeat = null;
        }
    }

    /**
     * A record of an item.
     *
     * @throws IllegalStateException when values of the partition are to be added to an item that is not an object
     */
    Content of(FeedItem item) {
        JsonNode content = feed.content(item);
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(HEADER_ACTION, action);
        headers.addString(HEADER_ITEM_KEY, item.key());
        headers.addString(HEADER_ITEM_TIME, item.time().toString());
        headers.addString(HEADER_CHANGE, item.change().text());
        if (!item.partition().isNone()) {
            headers.addString(HEADER_PARTITION, item.partition().id());
        }
        if (item.revision() != null) {
            headers.addInt(HEADER_REVISION, item.revision().number());
            headers.addBoolean(HEADER_FINAL, item.revision().isFinal());
        }
        return new Content(
                topic,
                value == null ? null : key,
                value == null ? plainKey(item) : key(item),
                value == null ? null : value.schema(),
                value == null ? ItemValue.of(content) : value.value(content),
                item.time().toEpochMilli(),
                headers);
    }

    private static String plainKey(FeedItem item) {
        return item.partition().isNone() ? item.key() : item.partition().id() + "/" + item.key();
    }

    private Struct key(FeedItem item) {
        Struct struct = new Struct(key);
        item.partition().given().forEach(struct::put);
        return struct.put(ITEM_KEY, item.key());
    }

    /** A record that tells where a partition stands. */
    Content heartbeat(String partition, String watermark) {
        Object plain = partition.isEmpty() ? feedName : feedName + "/" + partition;
        Object content;
        if (heartbeat == null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put(SourcePartition.FEED, feedName);
            map.put(SourcePartition.PARTITION, partition);
            map.put(WATERMARK, watermark);
            content = map;
        } else {
            content = new Struct(heartbeat)
                    .put(SourcePartition.FEED, feedName)
                    .put(SourcePartition.PARTITION, partition)
                    .put(WATERMARK, watermark);
        }
        return new Content(
                heartbeatTopic,
                heartbeat == null ? null : Schema.STRING_SCHEMA,
                plain,
                heartbeat,
                content,
                null,
                new ConnectHeaders());
    }

    /** A record without its place in the source. */
    record Content(
            String topic,
            Schema keySchema,
            Object key,
            Schema valueSchema,
            Object value,
            Long timestamp,
            ConnectHeaders headers) {

        /**
         * With its place.
         *
         * @param carried the write whose offset it has, for {@link PositionRecord}
         */
        SourceRecord at(
                Map<String, Object> sourcePartition, Map<String, Object> offset, PositionRecord.Carried carried) {
            return new PositionRecord(this, sourcePartition, offset, carried);
        }
    }
}
