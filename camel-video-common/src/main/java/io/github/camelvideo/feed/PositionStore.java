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
package io.github.camelvideo.feed;

import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/**
 * The place of one feed's position: a key in a repository. The repository is started and stopped by whoever made it.
 *
 * <p>Loaded by the thread that starts the feed, saved by one thread at a time.
 */
public final class PositionStore {

    private final StateRepository<String, String> repository;
    private final String key;

    public PositionStore(StateRepository<String, String> repository, String key) {
        this.repository = repository;
        this.key = key;
    }

    /** The key in the repository. */
    public String key() {
        return key;
    }

    /**
     * The stored position.
     *
     * @throws IllegalStateException when something is stored that cannot be read: going on as if nothing were stored would lose
     *     or repeat items without a word
     */
    Optional<Position> load() {
        String text = repository.getState(key);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PositionCodec.read(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Position '" + key + "' is stored but cannot be used: " + e.getMessage()
                            + ". Restore it, or remove this key from the offset repository (the feed then starts by startFrom),"
                            + " or set another offsetKey.",
                    e);
        }
    }

    void save(Position position) {
        repository.setState(key, PositionCodec.write(position));
    }
}
