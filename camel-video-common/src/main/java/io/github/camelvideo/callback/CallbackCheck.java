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
package io.github.camelvideo.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.json.Digests;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a request is signed with a key that the vendor knows. Immutable, for any thread. */
final class CallbackCheck {

    /** What the signature of a request says. */
    enum Verdict {
        /** Signed, and not expired. */
        AUTHENTIC,
        /** Signed, and expired not long ago: the vendor repeats requests. */
        LATE,
        /** Signed, and expired so long ago that the vendor would not repeat it any more. */
        EXPIRED,
        /** Not signed with one of the keys. */
        FORGED,
        /** Not checked, because signatures are not required. */
        UNSIGNED;

        boolean isAccepted() {
            return this == AUTHENTIC || this == LATE || this == UNSIGNED;
        }
    }

    /** The very digits that are signed. More of them do not fit a moment. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");

    private final CallbackSpec.Check names;
    private final List<String> keys;
    private final Duration lateBound;
    private final InstantSource clock;

    /**
     * @param names fields of the signature, or null where requests have none
     * @param keys empty where signatures are not required
     * @param lateBound how long after its expiry a request may arrive
     * @param clock the vendor's time
     */
    CallbackCheck(CallbackSpec.Check names, List<String> keys, Duration lateBound, InstantSource clock) {
        this.names = names;
        this.keys = List.copyOf(keys);
        this.lateBound = lateBound;
        this.clock = clock;
    }

    Verdict check(JsonNode fields) {
        if (keys.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        JsonNode sign = fields.path(names.sign());
        JsonNode expiry = fields.path(names.expiry());
        boolean isWellFormed = sign.isTextual() && (expiry.isTextual() || expiry.isIntegralNumber());
        if (!isWellFormed || !DIGITS.matcher(expiry.asText()).matches()) {
            return Verdict.FORGED;
        }
        if (!isSigned(sign.textValue(), expiry.asText())) {
            return Verdict.FORGED;
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(expiry.asText()));
        Instant now = clock.instant();
        if (!now.isAfter(end)) {
            return Verdict.AUTHENTIC;
        }
        return now.isAfter(end.plus(lateBound)) ? Verdict.EXPIRED : Verdict.LATE;
    }

    /** Takes as long for any sign and whichever key fits. */
    private boolean isSigned(String sign, String expiry) {
        byte[] given = Digests.utf8(sign.toLowerCase(Locale.ROOT));
        boolean isSigned = false;
        for (String key : keys) {
            byte[] expected = Digests.utf8(Digests.md5Hex(Digests.utf8(key + expiry)));
            isSigned |= MessageDigest.isEqual(expected, given);
        }
        return isSigned;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "CallbackCheck[keys=" + keys.size() + "]";
    }
}
