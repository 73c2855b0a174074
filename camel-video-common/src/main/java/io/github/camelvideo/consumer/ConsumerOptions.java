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
package io.github.camelvideo.consumer;

import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.request.Validation;
import java.time.Duration;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.TransactedPolicy;

/**
 * The options of an endpoint that its consumers heed.
 *
 * @param feed options of reading and committing
 * @param offsetRepository what the user chose to keep positions in, or null
 * @param positions positions in it, or in memory
 * @param offsetKey name of the position, or null to derive it
 * @param acknowledge action that acknowledges delivered items, or null
 * @param onFailure what becomes of a failed item, see {@link FailureStrategy}
 * @param maxRedeliveries how often a failed item is redelivered before; -1 for the default
 * @param forEach parameters that tell partitions apart, separated by commas, or null
 * @param forEachIn where the partitions come from, or null
 * @param forEachFrom fields of the listed items that are the values, separated by commas; null for those of the catalog
 * @param forEachRefresh how long a list that an action gave is used before it is read again
 * @param forEachInBody whether to put the values of the partition into the body
 * @param forEachConcurrency how many partitions are read at once
 * @param forEachKeep how long the position of a partition that is gone is kept
 * @param sharing how several nodes share the partitions; null where they do not
 * @param callbacks how callbacks are taken; null where they are not
 * @param transactedPolicy begins the transactions of the route, where the position is stored in them; null to look it up
 * @param validation how strictly names are checked
 */
public record ConsumerOptions(
        FeedOptions feed,
        StateRepository<String, String> offsetRepository,
        PositionRepository positions,
        String offsetKey,
        String acknowledge,
        String onFailure,
        int maxRedeliveries,
        String forEach,
        Object forEachIn,
        String forEachFrom,
        Duration forEachRefresh,
        boolean forEachInBody,
        int forEachConcurrency,
        Duration forEachKeep,
        Sharing sharing,
        CallbackOptions callbacks,
        TransactedPolicy transactedPolicy,
        Validation validation) {

    /** Whether the position is stored in the transactions of the route. */
    boolean isTransacted() {
        return CommitPolicy.TRANSACTION.equals(feed.positionCommit());
    }

    /** What tells apart where positions are kept: the same repository is the same object. */
    Object repository() {
        return offsetRepository == null ? positions : offsetRepository;
    }
}
