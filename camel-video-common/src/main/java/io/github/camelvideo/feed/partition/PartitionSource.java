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

/** Where the partitions of a feed come from. Used by the polling thread only. */
@FunctionalInterface
public interface PartitionSource {

    /**
     * The partitions of now, each once, in the order given.
     *
     * @throws IllegalStateException when they cannot be read and never could be
     */
    Set<Partition> read();
}
