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
package io.github.camelvideo.simulator.wire.commonaccess;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.Hashes;
import java.time.Clock;

/** Accepts requests signed with the key of the account, until the time they name. */
final class CommonAccessAuthenticator {

    /** The HTTP status of a request that fails the security check. */
    static final String FORBIDDEN = "403";

    private final Accounts accounts;
    private final Clock clock;

    CommonAccessAuthenticator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account that signed. */
    Account check(CommonAccessRequest request, Action action) {
        String name = action.wire().common().contains("cmd") ? "cmd" : "appid";
        Account account = accounts.get(request.query().getOrDefault(name, ""));
        if (account == null) {
            // the vendor says it by this text, which differs by host
            throw new Refusal(name + " is invalid", "There is no such " + name);
        }
        String expiry = request.query().getOrDefault("t", "");
        String sign = request.query().getOrDefault("sign", "");
        if (!expiry.matches("\\d{1,12}") || !Hashes.same(Hashes.md5Hex(account.secretKey() + expiry), sign)) {
            throw new Refusal(
                    FORBIDDEN, "sign is not the MD5 of the key and t in lower-case hex. Seen here: t=" + expiry);
        }
        long now = clock.instant().getEpochSecond();
        if (Long.parseLong(expiry) < now) {
            throw new Refusal(FORBIDDEN, "t is " + expiry + ", but the server's time is " + now + ": expired");
        }
        return account;
    }
}
