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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.json.HmacKey;
import io.github.camelvideo.protocol.Credentials;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class Tc3KeysTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private final Tc3Keys keys = new Tc3Keys();

    @Test
    void derivesOncePerDayServiceAndSecret() {
        // given
        Credentials credentials = new Credentials("id", "secret");

        // when
        HmacKey first = keys.signingKey(credentials, new Tc3Scope(DAY, "mdl"));

        // then
        assertThat(keys.signingKey(new Credentials("id", "secret"), new Tc3Scope(DAY, "mdl")))
                .isSameAs(first);
        assertThat(code(credentials, new Tc3Scope(DAY.plusDays(1), "mdl"))).isNotEqualTo(first.code("text"));
        assertThat(code(credentials, new Tc3Scope(DAY, "live"))).isNotEqualTo(first.code("text"));
        assertThat(code(new Credentials("id", "changed"), new Tc3Scope(DAY, "mdl")))
                .isNotEqualTo(first.code("text"));
    }

    @Test
    void keepsABoundedNumberAndForgetsTheOneNotUsedLongest() {
        // given
        Credentials credentials = new Credentials("id", "secret");
        HmacKey used = keys.signingKey(credentials, new Tc3Scope(DAY, "used"));
        HmacKey unused = keys.signingKey(credentials, new Tc3Scope(DAY, "unused"));

        // when
        for (int i = 0; i < Tc3Keys.CAPACITY - 1; i++) {
            keys.signingKey(credentials, new Tc3Scope(DAY, "service" + i));
            keys.signingKey(credentials, new Tc3Scope(DAY, "used"));
        }

        // then
        assertThat(keys.size()).isEqualTo(Tc3Keys.CAPACITY);
        assertThat(keys.signingKey(credentials, new Tc3Scope(DAY, "used"))).isSameAs(used);
        assertThat(keys.signingKey(credentials, new Tc3Scope(DAY, "unused"))).isNotSameAs(unused);
        assertThat(code(credentials, new Tc3Scope(DAY, "unused"))).isEqualTo(unused.code("text"));
    }

    private byte[] code(Credentials credentials, Tc3Scope scope) {
        return keys.signingKey(credentials, scope).code("text");
    }

    @Test
    void printsNoKeys() {
        assertThat(Tc3Keys.Derivation.of("secret", new Tc3Scope(DAY, "mdl"))).hasToString("Derivation[]");
    }
}
