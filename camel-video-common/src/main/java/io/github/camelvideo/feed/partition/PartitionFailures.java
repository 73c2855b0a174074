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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which partitions cannot be read, and what is said of it: a warning for one that begins to fail, as long as they are few, and one
 * for all of them in each poll. Run by the polling thread; the count may be asked by any.
 */
public final class PartitionFailures {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionFailures.class);
    private static final int MAX_TOLD_SINGLY = 10;
    private static final int MAX_NAMED = 5;

    /** How often all that are tried at once may fail from the start before the poll is given up. */
    private static final int ROUNDS_IN_VAIN = 3;

    private final String name;
    private final int manyInARow;
    private final Set<Partition> failing = ConcurrentHashMap.newKeySet();
    private int worked;
    private int failed;
    private int beganToFail;
    private boolean outage;
    private RuntimeException first;

    /** @param concurrency how many are tried at once */
    public PartitionFailures(String name, int concurrency) {
        this.name = name;
        this.manyInARow = ROUNDS_IN_VAIN * concurrency;
    }

    /** Reports what a poll that ended early left unreported. */
    public void beginPoll(int listed) {
        report(listed);
        reset();
    }

    private void reset() {
        worked = 0;
        failed = 0;
        beganToFail = 0;
        outage = true;
        first = null;
    }

    public void worked(Partition partition) {
        worked++;
        if (failing.remove(partition)) {
            LOG.info("{}: {} can be read again", name, partition);
        }
    }

    public void failed(Partition partition, RuntimeException cause) {
        failed++;
        first = first == null ? cause : first;
        outage &= isOfAll(cause);
        if (failing.add(partition) && ++beganToFail <= MAX_TOLD_SINGLY) {
            LOG.warn(
                    "{}: {} cannot be read; the others can, and the next poll retries it: {}",
                    name,
                    partition,
                    cause.getMessage());
        } else {
            LOG.debug("{}: {} cannot be read", name, partition, cause);
        }
    }

    /** Forgets those that are no longer listed. */
    public void retain(Set<Partition> listed) {
        failing.retainAll(listed);
    }

    /** How many partitions could not be read when it was last tried. */
    int count() {
        return failing.size();
    }

    boolean isFailing(Partition partition) {
        return failing.contains(partition);
    }

    /** Whether trying the others in this poll would only take time: many were tried, and not one answer came. */
    public boolean isOutage() {
        return worked == 0 && failed >= manyInARow && outage;
    }

    /**
     * All that were to be tried in this poll have been.
     *
     * @throws RuntimeException what the first one failed of, when none could be read
     */
    public void endPoll(int listed) {
        RuntimeException cause = worked == 0 ? first : null;
        report(listed);
        reset();
        if (cause != null) {
            throw cause;
        }
    }

    private void report(int listed) {
        if (failed > 0) {
            LOG.warn(
                    "{}: {} of {} partitions could not be read in this poll: {}{}; the first because of: {}",
                    name,
                    failing.size(),
                    listed,
                    String.join(
                            ", ",
                            failing.stream()
                                    .limit(MAX_NAMED)
                                    .map(Partition::toString)
                                    .toList()),
                    failing.size() > MAX_NAMED ? ", …" : "",
                    first.toString());
        }
    }

    /** Whether another value would meet the same: no answer, or a key that is refused. */
    private static boolean isOfAll(RuntimeException cause) {
        return cause instanceof ApiException failure
                && switch (failure.getKind()) {
                    case UNAVAILABLE, THROTTLED, CREDENTIALS, CLOCK -> true;
                    default -> false;
                };
    }
}
