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
import io.github.camelvideo.feed.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * A feed of one component as records of a topic.
 *
 * <p>A feed without {@code forEach} is read by one task. Of one with {@code forEach}, each task reads the list of partitions itself and
 * takes those whose hash is its own; the connector reads the list, too, and asks Connect for other tasks when their number should change,
 * up to {@code tasks.max}, or when the present spread gives one task half as many partitions again as it need have. A list that changes
 * otherwise needs no restart.
 *
 * <p>Connect's thread of the connector calls all methods; a {@link ListWatch} has a thread of its own.
 */
public abstract class VideoSourceConnector extends SourceConnector {

    private final Vendor vendor;
    private final ConnectorOptions options;
    private Map<String, String> given;
    private ListWatch lists;

    /** Of one vendor. */
    VideoSourceConnector(Vendor vendor) {
        this.vendor = vendor;
        this.options = ConnectorOptions.of(vendor);
    }

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return VideoSourceTask.class;
    }

    @Override
    public ConfigDef config() {
        return options.definition();
    }

    @Override
    public Config validate(Map<String, String> settings) {
        return ConfigCheck.check(vendor, options, settings, super.validate(settings));
    }

    @Override
    public void start(Map<String, String> settings) {
        given = Map.copyOf(settings);
        try {
            lists = ListWatch.start(new ConnectorSettings(vendor, options, given), context::requestTaskReconfiguration);
        } catch (IllegalArgumentException | CatalogException | ConfigException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        TaskSpread spread = lists.spread(maxTasks);
        List<Map<String, String>> tasks = new ArrayList<>();
        for (int index = 0; index < spread.tasks(); index++) {
            tasks.add(new TaskSettings(vendor, index, spread.tasks(), spread.seed()).addTo(given));
        }
        return tasks;
    }

    @Override
    public void stop() {
        if (lists != null) {
            lists.stop();
        }
    }

    /** Records of a poll and their offsets are stored at once, whatever the settings are. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> settings) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** A poll is a transaction already. */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> settings) {
        return ConnectorTransactionBoundaries.UNSUPPORTED;
    }

    /**
     * Checks the offsets that a user sets with Connect's REST interface.
     *
     * @return true: Connect stores them itself
     * @throws ConnectException when one is not an offset of this connector, naming what is wrong
     */
    @Override
    public boolean alterOffsets(Map<String, String> settings, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            String problem = SourcePartition.problem(partition);
            if (problem == null && offset != null) {
                problem = OffsetCheck.problem(partition, offset, Instant.now());
            }
            if (problem != null) {
                throw new ConnectException("Offset " + offset + " of " + partition + ": " + problem + ".");
            }
        });
        return true;
    }

    /** For messages and tests: the partitions listed last, or null before. */
    Set<Partition> listed() {
        return lists.listed();
    }
}
