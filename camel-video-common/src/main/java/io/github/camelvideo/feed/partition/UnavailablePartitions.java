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
 * Partitions that are listed although the vendor says by an error code that nothing can be read of them, such as a device that was deleted a
 * moment ago or is offline. They are left alone for a while with their position, and are no failure. Of the polling thread.
 */
final class UnavailablePartitions {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailablePartitions.class);

    /** After that time it is tried again: the device may be back, or another one have its name. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final String name;
    private final Map<String, String> codes;
    private final Clock clock;
    private final Map<Partition, Instant> since = new HashMap<>();

    /** @param codes by which the vendor says so, each with what it says */
    UnavailablePartitions(String name, Map<String, String> codes, Clock clock) {
        this.name = name;
        this.codes = codes;
        this.clock = clock;
    }

    /** Whether a failure says that nothing can be read of the partition; notes it. */
    boolean isUnavailable(Partition partition, Throwable failure) {
        if (!(failure instanceof ApiException refusal)
                || refusal.getCode() == null
                || !codes.containsKey(refusal.getCode())) {
            return false;
        }
        if (since.put(partition, clock.instant()) == null) {
            LOG.info(
                    "{}: the vendor says that {} is unavailable: {} (code {}). Its position is kept, and it is"
                            + " retried every {} while it is listed",
                    name,
                    partition,
                    codes.get(refusal.getCode()),
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
