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

import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.partition.PartitionAssignment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which task reads a partition: that of its hash, with a seed. So a task knows its partitions of any list without being told, and a
 * partition stays with its task when others come and go.
 *
 * @param tasks how many there are
 * @param seed another one spreads differently
 */
record TaskSpread(int tasks, int seed) {

    /** Of a long list any seed gives nearly the same to each task. */
    private static final int LONG_LIST = 10_000;

    private static final int SEEDS = 64;

    /** The spread that gives the least to the task with the most; the first one of several, so that the same list gives the same. */
    static TaskSpread best(int tasks, Collection<Partition> partitions) {
        TaskSpread best = new TaskSpread(tasks, 0);
        if (tasks == 1 || partitions.size() > LONG_LIST) {
            return best;
        }
        int least = best.most(partitions);
        for (int seed = 1; seed < SEEDS && least > ideal(tasks, partitions); seed++) {
            TaskSpread other = new TaskSpread(tasks, seed);
            int most = other.most(partitions);
            if (most < least) {
                best = other;
                least = most;
            }
        }
        return best;
    }

    private static int ideal(int tasks, Collection<Partition> partitions) {
        return (partitions.size() + tasks - 1) / tasks;
    }

    /** How many partitions the task with the most has. */
    int most(Collection<Partition> partitions) {
        int[] counts = new int[tasks];
        int most = 0;
        for (Partition partition : partitions) {
            most = Math.max(most, ++counts[task(partition)]);
        }
        return most;
    }

    /** Whether another seed is worth the restart of all tasks: the fullest one has half as much again as it need have. */
    boolean isUneven(Collection<Partition> partitions) {
        int most = most(partitions);
        return most > ideal(tasks, partitions) * 3 / 2
                && best(tasks, partitions).most(partitions) * 5L / 4 < most;
    }

    /** The task that reads a partition, from 0. */
    int task(Partition partition) {
        return Math.floorMod(mixed(partition.id().hashCode() + 31 * seed), tasks);
    }

    /** So that all bits count: texts that differ in their last digit have hashes that differ in the lowest bits alone. */
    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    /** The part of one task. */
    PartitionAssignment assignment(int task) {
        return new PartitionAssignment() {

            @Override
            public Set<Partition> assigned(Set<Partition> listed) {
                Set<Partition> own = new LinkedHashSet<>();
                listed.stream().filter(partition -> task(partition) == task).forEach(own::add);
                return own;
            }

            /** Of what is gone, nothing is stored: several tasks would store it under one name. */
            @Override
            public boolean keepsRegistry() {
                return false;
            }
        };
    }
}
