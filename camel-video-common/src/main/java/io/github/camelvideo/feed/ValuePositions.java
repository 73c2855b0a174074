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

import java.util.regex.Pattern;
import org.apache.camel.spi.StateRepository;

/**
 * The positions of the values of one feed, below a common name in one repository, and the list of them.
 *
 * <p>A value's position has the value in its name, or the digest of one that is long or has characters a repository may not bear.
 */
public final class ValuePositions {

    /** A table's key has 255 characters. */
    private static final int LONGEST = 200;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:@-]+");

    /** Stands for nothing in every repository: none can remove, and some cannot hold an empty text. */
    private static final String NOTHING = " ";

    private final StateRepository<String, String> repository;
    private final String name;

    /** @param name common to all positions; the list of values is kept under it */
    public ValuePositions(StateRepository<String, String> repository, String name) {
        this.repository = repository;
        this.name = name;
    }

    PositionStore of(String value) {
        return new PositionStore(repository, key(value));
    }

    void forget(String value) {
        repository.setState(key(value), NOTHING);
    }

    /** @throws IllegalStateException when something is stored that cannot be read */
    Roster loadRoster() {
        String text = repository.getState(name);
        try {
            return text == null || text.isBlank() ? new Roster() : RosterCodec.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "List of values '" + name + "' is stored but cannot be used: " + e.getMessage()
                            + ". Restore it, or remove this key from the offset repository (positions of values that are gone are"
                            + " then kept for ever), or set another offsetKey.",
                    e);
        }
    }

    void save(Roster roster) {
        repository.setState(name, RosterCodec.write(roster));
    }

    private String key(String value) {
        String plain = name + "/" + value;
        boolean harmless = plain.length() <= LONGEST && HARMLESS.matcher(value).matches();
        return harmless ? plain : name + "/~" + ItemKey.digest(value);
    }
}
