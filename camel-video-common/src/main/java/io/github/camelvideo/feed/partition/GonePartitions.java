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
package io.github.camelvideo.feed.partition;

import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.protocol.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions that are listed although the vendor says that they are no more, such as a device that was deleted a moment ago. They are left
 * alone for a while and are no failure. Of the polling thread.
 */
final class GonePartitions {

    private static final Logger LOG = LoggerFactory.getLogger(GonePartitions.class);

    /** After that time it is tried again: a thing of the same name may have been made anew. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final String name;
    private final Set<String> codes;
    private final Clock clock;
    private final Map<Partition, Instant> since = new HashMap<>();

    /** @param codes by which the vendor says so, or that nothing can be read of the partition at present, such as of a device that is offline */
    GonePartitions(String name, Set<String> codes, Clock clock) {
        this.name = name;
        this.codes = codes;
        this.clock = clock;
    }

    /** Whether a failure says that the partition is no more; notes it. */
    boolean isGone(Partition partition, Throwable failure) {
        if (!(failure instanceof ApiException refusal)
                || refusal.getCode() == null
                || !codes.contains(refusal.getCode())) {
            return false;
        }
        if (since.put(partition, clock.instant()) == null) {
            LOG.info(
                    "{}: the vendor no longer knows {}, or nothing can be read of it at present (code {}). It is left alone while it is listed,"
                            + " and tried again every {}",
                    name,
                    partition,
                    refusal.getCode(),
                    PAUSE);
        }
        return true;
    }

    /** The partition was read. */
    void isThere(Partition partition) {
        since.remove(partition);
    }

    /** Forgets those that are no longer listed. */
    void retain(Set<Partition> listed) {
        since.keySet().retainAll(listed);
    }

    boolean isLeftAlone(Partition partition) {
        Instant noted = since.get(partition);
        Instant now = clock.instant();
        return noted != null && !now.isBefore(noted) && now.isBefore(noted.plus(PAUSE));
    }
}
