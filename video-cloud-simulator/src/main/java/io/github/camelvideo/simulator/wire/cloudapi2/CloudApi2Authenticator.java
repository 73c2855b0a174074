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
package io.github.camelvideo.simulator.wire.cloudapi2;

import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.FormRequest;
import io.github.camelvideo.simulator.wire.FormSignature;
import io.github.camelvideo.simulator.wire.Hashes;
import io.github.camelvideo.simulator.wire.Nonces;
import java.time.Clock;

/** Accepts requests with a valid signature of a known account, a current timestamp and a new nonce. */
final class CloudApi2Authenticator {

    static final long MAX_SKEW_SECONDS = 2 * 3600;

    private final Accounts accounts;
    private final Clock clock;
    private final Nonces nonces = new Nonces(MAX_SKEW_SECONDS);

    CloudApi2Authenticator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account that signed. */
    Account check(FormRequest request) {
        long timestamp = number(request, "Timestamp");
        String nonce = Long.toString(number(request, "Nonce"));
        Account account = accounts.get(required(request, "SecretId"));
        if (account == null) {
            throw new Refusal(Codes.NOT_SIGNED_RIGHT, "There is no such SecretId");
        }
        checkSignature(request, account);
        long now = clock.instant().getEpochSecond();
        if (Math.abs(now - timestamp) > MAX_SKEW_SECONDS) {
            throw new Refusal(
                    Codes.REPLAYED,
                    "Timestamp is " + timestamp + ", but the server's time is " + now + ": more than 2 hours apart");
        }
        if (!nonces.isNew(account.secretId() + "/" + timestamp + "/" + nonce, now)) {
            throw new Refusal(Codes.REPLAYED, "Nonce " + nonce + " was used before with the same Timestamp");
        }
        return account;
    }

    private static void checkSignature(FormRequest request, Account account) {
        HttpCall call = request.call();
        String place = call.method() + call.header("Host") + call.path();
        String expected = FormSignature.of(place, request.all(), name -> name.replace('_', '.'), account.secretKey());
        if (!Hashes.same(expected, required(request, "Signature"))) {
            throw new Refusal(
                    Codes.NOT_SIGNED_RIGHT,
                    "The signature does not fit. Seen here: " + place + ", parameters="
                            + String.join(",", request.all().keySet()));
        }
        if (!account.accepts(request.all().get("Token"))) {
            throw new Refusal(Codes.NOT_SIGNED_RIGHT, "Token does not belong to the SecretId");
        }
    }

    private static long number(FormRequest request, String name) {
        String text = required(request, name);
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new Refusal(Codes.BAD_PARAMETER, name + " must be a positive integer, not " + text);
        }
        return Long.parseLong(text);
    }

    static String required(FormRequest request, String name) {
        String value = request.all().get(name);
        if (value == null || value.isEmpty()) {
            throw new Refusal(Codes.BAD_PARAMETER, "The common parameter " + name + " is missing");
        }
        return value;
    }

    void forgetNonces() {
        nonces.clear();
    }
}
