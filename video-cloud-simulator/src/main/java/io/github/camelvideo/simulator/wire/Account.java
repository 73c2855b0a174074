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

/**
 * A pair of keys the simulator knows.
 *
 * @param token session token that every request must carry, or null for long-term keys
 */
public record Account(String secretId, String secretKey, String token) {

    /** Whether the token of a request is right: that of temporary keys, and none for long-term keys. */
    public boolean accepts(String sent) {
        return token == null ? sent == null || sent.isEmpty() : sent != null && Hashes.same(token, sent);
    }

    /** Without key and token. */
    @Override
    public String toString() {
        return "Account[" + secretId + (token == null ? "]" : ", temporary]");
    }
}
