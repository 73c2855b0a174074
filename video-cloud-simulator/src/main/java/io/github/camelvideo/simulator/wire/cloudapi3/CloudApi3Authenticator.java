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
package io.github.camelvideo.simulator.wire.cloudapi3;

import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.wire.Account;
import io.github.camelvideo.simulator.wire.Accounts;
import io.github.camelvideo.simulator.wire.FormSignature;
import io.github.camelvideo.simulator.wire.Hashes;
import io.github.camelvideo.simulator.wire.Nonces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Accepts requests with a valid signature of a known account and a current timestamp. */
final class CloudApi3Authenticator {

    static final long MAX_SKEW_SECONDS = 300;

    private static final List<String> MUST_BE_SIGNED = List.of("content-type", "host");
    private static final Pattern LOWER_CASE_ESCAPE = Pattern.compile("%(?:[a-f][0-9a-fA-F]|[0-9A-F][a-f])");

    private final Accounts accounts;
    private final Clock clock;
    private final Nonces nonces = new Nonces(MAX_SKEW_SECONDS);

    CloudApi3Authenticator(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The account that signed.
     *
     * @throws Refusal when the signature is not in order
     */
    Account check(CloudApi3Request request) {
        return switch (request.signing()) {
            case V3 -> checkV3(request);
            case V1 -> checkV1(request);
            case NONE ->
                throw new Refusal(
                        "AuthFailure.InvalidAuthorization",
                        "The request carries neither an Authorization header nor a Signature parameter");
        };
    }

    private Account checkV3(CloudApi3Request request) {
        Authorization authorization = request.authorization();
        if (authorization == null) {
            throw new Refusal(
                    "AuthFailure.InvalidAuthorization",
                    "Authorization must be: TC3-HMAC-SHA256 Credential=<id>/<yyyy-MM-dd>/<service>/tc3_request,"
                            + " SignedHeaders=<names>, Signature=<hex>");
        }
        HttpCall call = request.call();
        checkSignedHeaders(call, authorization.signedHeaders());
        long timestamp = checkTimestamp(request, "X-TC-Timestamp");
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(timestamp), ZoneOffset.UTC);
        if (!authorization.date().equals(day.toString())) {
            throw new Refusal(
                    "AuthFailure.SignatureFailure",
                    "The credential's date is " + authorization.date() + ", but X-TC-Timestamp is on " + day
                            + " in UTC");
        }
        Account account = account(authorization.secretId());
        String expected = SignatureV3.of(call, authorization, request.common().get("Timestamp"), account.secretKey());
        if (!Hashes.same(expected, authorization.signature())) {
            // none of this is secret, and it is what one compares with to find the difference
            throw new Refusal(
                    "AuthFailure.SignatureFailure",
                    "The signature does not fit. Seen here: method=" + call.method() + ", host=" + call.header("Host")
                            + ", content-type=" + call.header("Content-Type") + ", signedHeaders="
                            + String.join(";", authorization.signedHeaders()) + ", sha256 of the body="
                            + Hashes.sha256Hex(call.body()) + ", sha256 of the canonical request="
                            + SignatureV3.canonicalHash(call, authorization.signedHeaders()));
        }
        checkToken(request, account);
        return account;
    }

    private static void checkSignedHeaders(HttpCall call, List<String> names) {
        if (!names.containsAll(MUST_BE_SIGNED)) {
            throw new Refusal(
                    "AuthFailure.InvalidAuthorization",
                    "SignedHeaders must hold content-type and host, not " + String.join(";", names));
        }
        if (!names.stream().sorted().distinct().toList().equals(names)) {
            throw new Refusal(
                    "AuthFailure.InvalidAuthorization", "SignedHeaders must be sorted: " + String.join(";", names));
        }
        for (String name : names) {
            if (call.header(name) == null) {
                throw new Refusal("AuthFailure.InvalidAuthorization", "The signed header " + name + " was not sent");
            }
        }
    }

    private Account checkV1(CloudApi3Request request) {
        HttpCall call = request.call();
        long timestamp = checkTimestamp(request, "Timestamp");
        Account account = account(required(request, "SecretId"));
        String nonce = required(request, "Nonce");
        if (!nonce.matches("[1-9]\\d{0,18}")) {
            throw new Refusal("InvalidParameterValue", "Nonce must be a positive integer, not " + nonce);
        }
        String sent = call.method().equals("GET") ? call.query() : call.text();
        if (LOWER_CASE_ESCAPE.matcher(sent).find()) {
            throw new Refusal("AuthFailure.SignatureFailure", "Percent escapes must be written in upper case");
        }
        Map<String, String> all = new HashMap<>(request.flat());
        all.putAll(request.common());
        String expected = FormSignature.of(
                call.method() + call.header("Host") + "/", all, UnaryOperator.identity(), account.secretKey());
        if (!Hashes.same(expected, required(request, "Signature"))) {
            throw new Refusal(
                    "AuthFailure.SignatureFailure",
                    "The signature does not fit. Seen here: method=" + call.method() + ", host=" + call.header("Host")
                            + ", parameters="
                            + String.join(",", all.keySet().stream().sorted().toList()));
        }
        checkToken(request, account);
        if (!nonces.isNew(
                account.secretId() + "/" + timestamp + "/" + nonce,
                clock.instant().getEpochSecond())) {
            throw new Refusal(
                    "AuthFailure.SignatureFailure", "Nonce " + nonce + " was used before with the same timestamp");
        }
        return account;
    }

    private static String required(CloudApi3Request request, String name) {
        String value = request.common().get(name);
        if (value == null || value.isEmpty()) {
            throw new Refusal("MissingParameter", "The common parameter " + name + " is missing");
        }
        return value;
    }

    private long checkTimestamp(CloudApi3Request request, String shownName) {
        String text = required(request, "Timestamp");
        if (!text.matches("\\d{1,12}")) {
            throw new Refusal("InvalidParameterValue", shownName + " must be Unix seconds, not " + text);
        }
        long timestamp = Long.parseLong(text);
        long now = clock.instant().getEpochSecond();
        if (Math.abs(now - timestamp) > MAX_SKEW_SECONDS) {
            throw new Refusal(
                    "AuthFailure.SignatureExpire",
                    shownName + " is " + text + ", but the server's time is " + now + ": more than 5 minutes apart");
        }
        return timestamp;
    }

    private Account account(String secretId) {
        Account account = accounts.get(secretId);
        if (account == null) {
            throw new Refusal(
                    "AuthFailure.SecretIdNotFound",
                    "There is no SecretId " + secretId + ". Known: " + String.join(", ", accounts.ids()));
        }
        return account;
    }

    private static void checkToken(CloudApi3Request request, Account account) {
        Refusal.unless(
                account.accepts(request.common().get("Token")),
                "AuthFailure.TokenFailure",
                "The keys of " + account.secretId()
                        + (account.token() == null
                                ? " are long-term: send no token"
                                : " are temporary: their token is missing or another one"));
    }

    void forgetNonces() {
        nonces.clear();
    }
}
