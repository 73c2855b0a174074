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
package io.github.camelvideo.json;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Digests and message authentication codes: the only place that computes them. Every Java platform provides these algorithms, so a
 * missing one is a broken installation.
 */
public final class Digests {

    public static final String HMAC_SHA256 = "HmacSHA256";
    public static final String HMAC_SHA1 = "HmacSHA1";

    private static final String SHA_256 = "SHA-256";

    /** One that no thread uses at the moment, or null: every signature needs two of these digests. */
    private static final AtomicReference<MessageDigest> SPARE_SHA_256 = new AtomicReference<>();

    private Digests() {}

    public static byte[] sha256(byte[] content) {
        MessageDigest kept = SPARE_SHA_256.getAndSet(null);
        MessageDigest sha256 = kept == null ? instance(SHA_256) : kept;
        byte[] digest = sha256.digest(content);
        // as it was when it was made
        SPARE_SHA_256.set(sha256);
        return digest;
    }

    /** In lower case. */
    public static String sha256Hex(byte[] content) {
        return hex(sha256(content));
    }

    /** 43 characters that may stand in URLs and file names, without padding. */
    public static String sha256Base64Url(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(content));
    }

    /** In lower case. */
    public static String sha1Hex(byte[] content) {
        return hex(instance("SHA-1").digest(content));
    }

    /** In lower case. */
    public static String md5Hex(byte[] content) {
        return hex(instance("MD5").digest(content));
    }

    private static MessageDigest instance(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }

    public static byte[] hmac(String algorithm, byte[] key, String text) {
        return new HmacKey(algorithm, key).code(text);
    }

    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(content);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
