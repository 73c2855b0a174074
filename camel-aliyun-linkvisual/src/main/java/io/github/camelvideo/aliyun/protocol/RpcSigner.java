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
package io.github.camelvideo.aliyun.protocol;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.FormEncoding;
import java.util.Base64;
import java.util.SortedMap;

/** Signature version 1.0 with HMAC-SHA1: all parameters in the order of their names, percent-encoded, and once more as a whole. */
final class RpcSigner {

    private RpcSigner() {}

    /** @return the signature in Base64, not yet percent-encoded */
    static String signature(String secret, String method, SortedMap<String, String> parameters) {
        return hmac(secret + "&", stringToSign(method, parameters));
    }

    static String stringToSign(String method, SortedMap<String, String> parameters) {
        return method + "&" + FormEncoding.percent("/") + "&" + FormEncoding.percent(FormEncoding.encode(parameters));
    }

    static String hmac(String key, String text) {
        return Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA1, Digests.utf8(key), text));
    }
}
