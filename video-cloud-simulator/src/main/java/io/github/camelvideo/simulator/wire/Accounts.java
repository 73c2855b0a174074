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
import java.util.Map;
import java.util.Set;

/** The accounts the simulator knows. Immutable. */
public final class Accounts {

    private final Map<String, Account> byId = new LinkedHashMap<>();

    public Accounts(Collection<Account> accounts) {
        accounts.forEach(account -> byId.put(account.secretId(), account));
    }

    /** The account of an id, or null. */
    public Account get(String secretId) {
        return byId.get(secretId);
    }

    /** The ids of all accounts. */
    public Set<String> ids() {
        return byId.keySet();
    }
}
