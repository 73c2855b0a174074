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
package io.github.camelvideo.feed.position;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.spi.StateRepository;

/**
 * Keeps positions in any Camel {@code StateRepository}: one text per partition, written as a whole at each save.
 *
 * <p>What a save guarantees is what the repository's {@code setState} guarantees. A feed can be open once in this process; a
 * {@code StateRepository} cannot tell what other processes do, so nothing keeps two of them from running one feed: use {@code master:} or
 * a clustered route controller. The repository is started and stopped by its owner. All methods may be called by several threads as far as
 * the repository allows it.
 */
public final class StateRepositoryPositions implements PositionRepository {

    /** Feeds that are open, over all instances: two of them may share a repository. */
    private static final Set<Claim> OPEN = ConcurrentHashMap.newKeySet();

    private final StateRepository<String, String> repository;
    private final Version1Positions texts;

    public StateRepositoryPositions(StateRepository<String, String> repository) {
        this.repository = repository;
        this.texts = new Version1Positions(
                repository::getState, "in the offset repository", "remove this key from the offset repository");
    }

    /** A feed in a repository, compared by identity as long as the repository does not say otherwise. */
    private record Claim(StateRepository<String, String> repository, String feed) {}

    @Override
    public PositionStore open(String feed) {
        Claim claim = new Claim(repository, feed);
        if (!OPEN.add(claim)) {
            throw new IllegalStateException("Positions of feed '" + feed
                    + "' are already in use by another route of this process, in the same offsetRepository."
                    + " Set another offsetKey on one of the routes.");
        }
        return new Store(feed, claim);
    }

    /** @throws UnsupportedOperationException always: a {@code StateRepository} cannot list its keys */
    @Override
    public List<String> feeds() {
        throw cannotList();
    }

    /** @throws UnsupportedOperationException always: a {@code StateRepository} cannot list its keys */
    @Override
    public List<String> partitions(String feed) {
        throw cannotList();
    }

    @Override
    public StoredPosition view(String feed, String partition) {
        return texts.find(feed, partition);
    }

    private UnsupportedOperationException cannotList() {
        return new UnsupportedOperationException(
                "The repository " + repository.getClass().getName()
                        + " cannot list its positions. Use FileOffsetRepository or JdbcOffsetRepository to manage positions.");
    }

    private final class Store implements PositionStore {

        private final String feed;
        private final Claim claim;
        private final AtomicBoolean closed = new AtomicBoolean();

        Store(String feed, Claim claim) {
            this.feed = feed;
            this.claim = claim;
        }

        @Override
        public StoredPosition load(String partition) {
            return view(feed, partition);
        }

        @Override
        public void save(String partition, PositionChange change) {
            repository.setState(
                    StateKey.of(feed, partition),
                    PositionText.write(change.whole().get()));
        }

        @Override
        public void delete(String partition) {
            repository.setState(StateKey.of(feed, partition), PositionText.DELETED);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                OPEN.remove(claim);
            }
        }
    }
}
