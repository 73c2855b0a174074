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
package io.github.camelvideo.simulator.wire.rpc;

import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.FormRequest;
import io.github.camelvideo.simulator.wire.Hashes;
import io.github.camelvideo.simulator.wire.Nonces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Accepts requests with a valid signature of a known account, a current timestamp and a new nonce. */
final class RpcAuthenticator {

    static final Duration MAX_SKEW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Clock clock;
    private final Nonces nonces = new Nonces(MAX_SKEW.toSeconds());

    RpcAuthenticator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The account that signed. */
    Account check(FormRequest request) {
        expect(request, "SignatureMethod", "HMAC-SHA1");
        expect(request, "SignatureVersion", "1.0");
        String nonce = required(request, "SignatureNonce");
        Instant timestamp = timestamp(required(request, "Timestamp"));
        Account account = accounts.get(required(request, "AccessKeyId"));
        Refusal.unless(account != null, Codes.UNKNOWN_KEY, "Specified access key is not found.");
        checkSignature(request, account);
        checkToken(request.all().get("SecurityToken"), account);
        Instant now = clock.instant();
        Refusal.unless(
                Duration.between(timestamp, now).abs().compareTo(MAX_SKEW) <= 0,
                Codes.EXPIRED,
                "Timestamp is " + timestamp + ", but the server's time is " + now + ": more than 15 minutes apart");
        Refusal.unless(
                nonces.isNew(account.secretId() + "/" + nonce, now.getEpochSecond()),
                Codes.NONCE_USED,
                "SignatureNonce " + nonce + " was used before");
        return account;
    }

    private static void expect(FormRequest request, String name, String expected) {
        String actual = required(request, name);
        Refusal.unless(
                actual.equals(expected), Codes.INCOMPLETE_SIGNATURE, name + " must be " + expected + ", not " + actual);
    }

    private static Instant timestamp(String text) {
        try {
            if (text.length() == "2016-01-04T12:00:00Z".length()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw badTimestamp(text);
        }
        throw badTimestamp(text);
    }

    private static Refusal badTimestamp(String text) {
        return new Refusal(Codes.BAD_TIME, "Timestamp must be like 2016-01-04T12:00:00Z, in UTC, not " + text);
    }

    private static void checkSignature(FormRequest request, Account account) {
        String method = request.call().method();
        String expected = RpcSignature.of(method, request.all(), account.secretKey());
        Refusal.unless(
                Hashes.same(expected, required(request, "Signature")),
                Codes.BAD_SIGNATURE,
                "Specified signature is not matched with our calculation. Seen here: " + method + ", parameters "
                        + String.join(",", request.all().keySet()));
    }

    private static void checkToken(String token, Account account) {
        if (account.token() == null) {
            Refusal.unless(token == null, Codes.BAD_TOKEN, "SecurityToken came with a key that has none");
        } else {
            Refusal.unless(token != null, Codes.MISSING_TOKEN, "SecurityToken is mandatory for this action.");
            Refusal.unless(
                    Hashes.same(account.token(), token),
                    Codes.BAD_TOKEN,
                    "SecurityToken does not belong to the AccessKeyId");
        }
    }

    /** The value of a common parameter. */
    static String required(FormRequest request, String name) {
        String value = request.all().get(name);
        Refusal.unless(value != null && !value.isEmpty(), "Missing" + name, name + " is mandatory for this action.");
        return value;
    }

    void forgetNonces() {
        nonces.clear();
    }
}
