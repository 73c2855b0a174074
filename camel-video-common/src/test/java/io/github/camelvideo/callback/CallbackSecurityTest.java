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

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackSecurityTest {

    private static CallbackSecurity security(boolean allowUnsigned, String... keys) {
        return new CallbackSecurity(List.of(keys), allowUnsigned, null, 1000);
    }

    @Test
    void withoutKeyCallbacksMustBeAllowedToBeUnsigned() {
        assertThatThrownBy(() -> security(false).check("live/callback", TestCallbacks.streams()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("live/callback: callbackKey is missing.")
                .hasMessageContaining("allowUnsigned=true");
        assertThatCode(() -> security(true).check("live/callback", TestCallbacks.streams()))
                .doesNotThrowAnyException();
        assertThatCode(() -> security(false, "a", "b").check("live/callback", TestCallbacks.streams()))
                .doesNotThrowAnyException();
    }

    @Test
    void anApiThatDoesNotSignNeedsNoKeyButThePermission() {
        assertThatThrownBy(() -> security(false).check("iss/callback", TestCallbacks.pictures()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not sign")
                .hasMessageContaining("allowUnsigned=true");
        assertThatThrownBy(() -> security(true, "secret").check("iss/callback", TestCallbacks.pictures()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Remove callbackKey")
                .hasMessageNotContaining("secret");
        assertThatCode(() -> security(true).check("iss/callback", TestCallbacks.pictures()))
                .doesNotThrowAnyException();
    }

    @Test
    void aKeyThatWouldProtectNothingIsRefused() {
        assertThatThrownBy(() -> security(true, "secret").check("x", TestCallbacks.streams()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot be used together")
                .hasMessageNotContaining("secret");
    }

    @Test
    void moreThanTwoKeysOrEmptyOnesAreRefused() {
        for (String[] keys : List.of(new String[] {"s1", "s2", "s3"}, new String[] {""}, new String[] {"s1", " "})) {
            assertThatThrownBy(() -> security(false, keys).check("x", TestCallbacks.streams()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("one key, or two keys")
                    .hasMessageNotContaining("s1");
        }
    }
}
