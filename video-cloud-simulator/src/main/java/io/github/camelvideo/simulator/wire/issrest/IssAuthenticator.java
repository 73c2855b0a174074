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
package io.github.camelvideo.simulator.wire.issrest;

import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.Hashes;
import java.time.Clock;
import java.util.List;

/**
 * Accepts requests with a valid signature of a known account, within the time of the key. The document lists two codes that have to
 * do with this, for an expired and for a wrong token; they have to serve for the signature as well.
 */
final class IssAuthenticator {

    static final String EXPIRED = "41601";
    static final String INVALID = "41602";

    private final Accounts accounts;
    private final Clock clock;

    IssAuthenticator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The account that signed.
     *
     * @throws Refusal when the signature is not in order
     */
    Account check(IssRequest request) {
        QAuthorization authorization = request.authorization();
        if (authorization == null) {
            throw new Refusal(
                    INVALID,
                    "Authorization must be: q-sign-algorithm=sha1&q-ak=<id>&q-sign-time=<begin>;<end>"
                            + "&q-key-time=<the same>&q-header-list=<names>&q-url-param-list=<names>&q-signature=<hex>");
        }
        requireTime(authorization);
        Account account = accounts.get(authorization.secretId());
        Refusal.unless(account != null, INVALID, "There is no SecretId " + authorization.secretId());
        requireSignature(request, authorization, account);
        requireToken(request, account);
        return account;
    }

    private void requireTime(QAuthorization authorization) {
        long now = clock.instant().getEpochSecond();
        if (now < authorization.begin() || now > authorization.end()) {
            throw new Refusal(
                    EXPIRED,
                    "The key is valid during " + authorization.keyTime() + ", but the server's time is " + now);
        }
    }

    private static void requireSignature(IssRequest request, QAuthorization authorization, Account account) {
        for (String name : authorization.headers()) {
            if (request.call().header(name) == null) {
                throw new Refusal(INVALID, "The signed header " + name + " was not sent");
            }
        }
        List<String> names = QSignature.names(request.call());
        if (!authorization.query().equals(names)) {
            throw new Refusal(
                    INVALID,
                    "q-url-param-list must be " + String.join(";", names) + ", not "
                            + String.join(";", authorization.query()));
        }
        if (!Hashes.same(
                QSignature.of(request.call(), authorization, account.secretKey()), authorization.signature())) {
            // none of this is secret, and it is what one compares with to find the difference
            throw new Refusal(
                    INVALID,
                    "The signature does not fit. Seen here: method="
                            + request.call().method() + ", path="
                            + request.call().path() + ", host=" + request.call().header("Host")
                            + ", sha1 of the request="
                            + QSignature.hash(request.call(), authorization));
        }
    }

    private static void requireToken(IssRequest request, Account account) {
        if (!account.accepts(request.call().header("x-iss-security-token"))) {
            throw new Refusal(
                    INVALID,
                    "The keys of " + account.secretId()
                            + (account.token() == null
                                    ? " are long-term: send no token"
                                    : " are temporary: their token is missing or another one"));
        }
    }
}
