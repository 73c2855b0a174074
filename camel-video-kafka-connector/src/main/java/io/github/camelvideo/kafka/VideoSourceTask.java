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

import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.consumer.StandaloneFeed;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.partition.PartitionAssignment;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a feed, or the part of its partitions that is this task's, and gives Connect a record for each item. Positions are offsets of
 * these records, so Connect stores both or none of them.
 *
 * <p>Connect's thread of the task starts, polls and stops it. A {@link FeedReader} reads meanwhile, so that a poll returns soon.
 * {@link #commitRecord} is called by that thread or by the producer's.
 */
public final class VideoSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(VideoSourceTask.class);

    /** A worker notices a stop between two polls. */
    private static final Duration POLL = Duration.ofMillis(500);
    /** A worker gives up a task after five seconds. */
    private static final Duration END = Duration.ofSeconds(3);

    private ConnectorFeed source;
    private StandaloneFeed opened;
    private Feed feed;
    private ConnectPositions positions;
    private RecordBatch batch;
    private FeedReader reader;
    private String connector;
    private int maxBatchSize;

    /** Made by Connect. */
    public VideoSourceTask() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> given) {
        TaskSettings task = TaskSettings.read(given);
        Map<String, String> own = new HashMap<>(given);
        task.addTo(Map.of()).keySet().forEach(own::remove);
        ConnectorSettings settings = new ConnectorSettings(task.vendor(), ConnectorOptions.of(task.vendor()), own);
        connector = given.getOrDefault("name", settings.path());
        maxBatchSize = settings.maxBatchSize();
        try {
            source = ConnectorFeed.of(settings);
            opened = source.feed();
            open(task, settings);
        } catch (IllegalArgumentException | CatalogException e) {
            stop();
            throw new ConnectException(e.getMessage(), e);
        }
        reader.start();
        LOG.info(
                "{}: task {} of {} reads {} into topic {}",
                opened.name(),
                task.index() + 1,
                task.tasks(),
                opened.positionName(),
                settings.topic());
    }

    private void open(TaskSettings task, ConnectorSettings settings) {
        boolean isPartitioned = !opened.partitionedBy().isEmpty();
        positions = new ConnectPositions(
                opened.positionName(),
                isPartitioned,
                PartitionOffsets.Limits.DEFAULT,
                this::stored,
                opened::positionAt,
                () -> UUID.randomUUID().toString().substring(0, 8));
        PartitionAssignment assignment = isPartitioned
                ? new TaskSpread(task.tasks(), task.seed()).assignment(task.index())
                : PartitionAssignment.ALL;
        feed = opened.open(positions, assignment);
        ItemRecords records = new ItemRecords(opened, settings);
        batch = new RecordBatch(positions, records, settings.isExactlyOnce());
        reader = new FeedReader(feed, opened.name(), isPartitioned, opened.delay(), maxBatchSize, records::of);
        TaskRates.ofThisProcess().begin(connector, this, opened.rateShare(), task.tasks());
    }

    /** Called by the threads of the feed. */
    private Map<Map<String, Object>, Map<String, Object>> stored(Collection<Map<String, Object>> sourcePartitions) {
        SourceTaskContext connect = context;
        return connect.offsetStorageReader().offsets(sourcePartitions);
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (!positions.awaitRoom(POLL)) {
            return null;
        }
        try {
            return reader.take(() -> !positions.changed(1).isEmpty(), POLL, items -> batch.of(items, maxBatchSize));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new ConnectException(
                    opened.name() + ": the task ends, because a retry cannot succeed: " + e.getMessage()
                            + " Correct the cause and restart the task.",
                    e);
        }
    }

    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        if (!(record instanceof PositionRecord ours) || ours.carried() == null) {
            return;
        }
        PositionRecord.Carried carried = ours.carried();
        if (metadata != null) {
            positions.arrived(carried.write());
        } else {
            boolean isLast;
            synchronized (carried) {
                isLast = carried.dropsLast();
            }
            if (isLast) {
                positions.dropped(carried.write(), carried.hasItems());
            }
        }
    }

    @Override
    public void stop() {
        try {
            if (reader != null) {
                reader.stop(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (source != null) {
            TaskRates.ofThisProcess().end(connector, this);
            source.close();
        }
        if (feed != null) {
            feed.close(); // what it saves now is stored nowhere, and need not be
        }
    }
}
