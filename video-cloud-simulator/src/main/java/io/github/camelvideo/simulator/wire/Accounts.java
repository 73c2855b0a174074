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
package io.github.camelvideo.simulator.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts the simulator knows. For any thread. */
public final class Accounts {

    private final Map<String, Account> byId = new LinkedHashMap<>();
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();

    public Accounts(Collection<Account> accounts) {
        accounts.forEach(account -> byId.put(account.secretId(), account));
    }

    /** The account of an id, or null when there is none or its key is disabled. */
    public Account get(String secretId) {
        return disabled.contains(secretId) ? null : byId.get(secretId);
    }

    /**
     * From now on the id is unknown.
     *
     * @throws IllegalArgumentException when it is unknown already
     */
    public void disable(String secretId) {
        if (get(secretId) == null) {
            throw new IllegalArgumentException("There is no key '" + secretId + "' to disable; known: " + ids());
        }
        disabled.add(secretId);
    }

    /** All ids are known again. */
    public void enableAll() {
        disabled.clear();
    }

    /** The ids whose keys can be used. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(byId.keySet());
        ids.removeAll(disabled);
        return ids;
    }
}
