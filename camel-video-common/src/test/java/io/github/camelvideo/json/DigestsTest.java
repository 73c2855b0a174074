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

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Vectors of the standards: FIPS 180 (SHA), RFC 1321 (MD5) and RFC 4231 (HMAC). */
class DigestsTest {

    private static final byte[] ABC = Digests.utf8("abc");

    @Test
    void sha256() {
        String hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(Digests.sha256Hex(ABC)).isEqualTo(hex);
        assertThat(Digests.hex(Digests.sha256(ABC))).isEqualTo(hex);
        assertThat(Digests.sha256Base64Url(ABC)).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void sha1AndMd5() {
        assertThat(Digests.sha1Hex(ABC)).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(Digests.md5Hex(ABC)).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @Test
    void hmac() {
        byte[] code = Digests.hmac(Digests.HMAC_SHA256, Digests.utf8("Jefe"), "what do ya want for nothing?");

        assertThat(Digests.hex(code)).isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
