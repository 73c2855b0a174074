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
package io.github.camelvideo.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;

/** TC3-HMAC-SHA256 as one would write it for one action of one account, with the key of the day kept. Not thread-safe. */
final class MinimalSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String ACTION = "DescribeWarnings";
    private static final String SERVICE = "iotvideoindustry";

    private final String host;
    private final String date;
    private final Mac mac;
    private final MessageDigest digest;

    MinimalSigner(String host) throws GeneralSecurityException {
        this.host = host;
        this.date = Instant.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
        byte[] key = hmac(utf8("TC3" + "key"), date);
        key = hmac(hmac(key, SERVICE), "tc3_request");
        this.mac = Mac.getInstance(ALGORITHM);
        this.mac.init(new SecretKeySpec(key, ALGORITHM));
        this.digest = MessageDigest.getInstance("SHA-256");
    }

    /** Called by one thread. */
    void sign(Request.Builder request, byte[] body) {
        long now = System.currentTimeMillis() / 1000;
        String scope = date + "/" + SERVICE + "/tc3_request";
        String canonical =
                "POST\n/\n\ncontent-type:application/json\nhost:" + host + "\nx-tc-action:describewarnings\n\n"
                        + "content-type;host;x-tc-action\n" + HexFormat.of().formatHex(digest.digest(body));
        String toSign = "TC3-HMAC-SHA256\n" + now + "\n" + scope + "\n"
                + HexFormat.of().formatHex(digest.digest(utf8(canonical)));
        String signature = HexFormat.of().formatHex(mac.doFinal(utf8(toSign)));
        request.header("X-TC-Action", ACTION)
                .header("X-TC-Version", "2020-12-01")
                .header("X-TC-Region", "ap-guangzhou")
                .header("X-TC-Timestamp", Long.toString(now))
                .header(
                        "Authorization",
                        "TC3-HMAC-SHA256 Credential=id/" + scope
                                + ", SignedHeaders=content-type;host;x-tc-action, Signature=" + signature);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key, ALGORITHM));
        return mac.doFinal(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
