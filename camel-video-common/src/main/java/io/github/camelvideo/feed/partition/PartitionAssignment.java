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
import java.util.Set;

/**
 * Which of the partitions listed are read by this process, where several share them. {@link #assigned} and {@link #released} are called by
 * the polling thread, the others by any; all return soon.
 */
public interface PartitionAssignment {

    /** All of them are read by this process. */
    PartitionAssignment ALL = listed -> listed;

    /**
     * The partitions to be read from now on. What was given before and is not now is read no more, and {@link #released} once its position
     * is stored.
     *
     * @param listed all that there are
     * @return some of these
     */
    Set<Partition> assigned(Set<Partition> listed);

    /** Whether {@link #assigned} would answer otherwise now, for the same list. */
    default boolean hasChanged() {
        return false;
    }

    /**
     * Asked before each reading.
     *
     * @throws io.github.camelvideo.feed.position.PositionFencedException when a process that shares nothing has taken the feed over
     */
    default void requireFeed() {}

    /** Whether the vendor may be called at all now. */
    default boolean isActive() {
        return true;
    }

    /** Whether a partition may be read and its items delivered now. */
    default boolean isHeld(Partition partition) {
        return isActive();
    }

    /** Another number each time that this process has got the partition anew: others may have read it in between. */
    default long lease(Partition partition) {
        return 0;
    }

    /** Whether this process notes which partitions are listed, and deletes the positions of those that are gone for long. */
    default boolean keepsRegistry() {
        return true;
    }

    /** The partition is not read any more, its position is stored, and nothing of it is in flight. */
    default void released(Partition partition) {}

    /** Another process has the partition, as a save has shown. */
    default void lost(Partition partition) {}
}
