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

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelvideo.callback.CallbackCheck.Verdict;
import io.github.camelvideo.json.ExactJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackCheckTest {

    /** {@code printf '%s' key1231471256100 | md5sum}. */
    private static final String SIGN_OF_2016 = "672da79692068c63b59e84c2716d436d";

    /** {@code printf '%s' old-key1471256100 | md5sum}. */
    private static final String OLD_SIGN_OF_2016 = "8b8098a1c13565c7dca626d5452f8e77";

    private static final Duration HOUR = Duration.ofHours(1);

    private static Verdict verdict(long now, List<String> keys, String fields) {
        CallbackCheck check = new CallbackCheck(TestCallbacks.CHECK, keys, HOUR, TestCallbacks.clockAt(now));
        try {
            return check.check(ExactJson.parse(fields.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1471256100", "'1471256100'"})
    void expiryIsSignedAsNumberOrText(String t) {
        assertThat(verdict(1_471_256_100L, List.of("key123"), "{'t':" + t + ",'sign':'" + SIGN_OF_2016 + "'}"))
                .isEqualTo(Verdict.AUTHENTIC);
    }

    @Test
    void bothKeysAreAcceptedWhileOneReplacesTheOther() {
        List<String> keys = List.of("key123", "old-key");
        for (String sign : List.of(SIGN_OF_2016, OLD_SIGN_OF_2016)) {
            assertThat(verdict(1_471_256_000L, keys, "{'t':1471256100,'sign':'" + sign + "'}"))
                    .isEqualTo(Verdict.AUTHENTIC);
        }
        assertThat(verdict(1_471_256_000L, List.of("key123"), "{'t':1471256100,'sign':'" + OLD_SIGN_OF_2016 + "'}"))
                .isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"1471256100, AUTHENTIC", "1471256101, LATE", "1471259700, LATE", "1471259701, EXPIRED", "0, AUTHENTIC"})
    void expiryIsComparedWithTheClock(long now, Verdict expected) {
        assertThat(verdict(now, List.of("key123"), "{'t':1471256100,'sign':'" + SIGN_OF_2016 + "'}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'t':1471256100}",
                "{'sign':'672da79692068c63b59e84c2716d436d'}",
                "{'t':1471256101,'sign':'672da79692068c63b59e84c2716d436d'}",
                "{'t':'01471256100','sign':'672da79692068c63b59e84c2716d436d'}",
                "{'t':' 1471256100','sign':'672da79692068c63b59e84c2716d436d'}",
                "{'t':1471256100.0,'sign':'672da79692068c63b59e84c2716d436d'}",
                "{'t':'1471256100','sign':''}",
                "{'t':'1471256100','sign':null}",
                "{'t':'1471256100','sign':'672da79692068c63b59e84c2716d436'}",
                "{'t':'1471256100','sign':'672da79692068c63b59e84c2716d436d0'}",
                "{'t':'1471256100','sign':['672da79692068c63b59e84c2716d436d']}",
                "{'t':'','sign':'86d9e7ba1b4f5e1fe3c2ce7e4f9b5c8f'}",
                "{'t':'9999999999999999999999999','sign':'672da79692068c63b59e84c2716d436d'}"
            })
    void anythingElseIsForged(String fields) {
        assertThat(verdict(1_471_256_000L, List.of("key123"), fields)).isEqualTo(Verdict.FORGED);
    }

    /** Digits of other scripts are digits for Java's Character. */
    @Test
    void onlyAsciiDigitsAreAnExpiry() {
        assertThat(verdict(0, List.of("key123"), "{'t':'\u0661\u0662','sign':'" + SIGN_OF_2016 + "'}"))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void nothingIsCheckedWithoutKeys() {
        assertThat(verdict(0, List.of(), "{}")).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void keysAreInNoText() {
        CallbackCheck check = new CallbackCheck(TestCallbacks.CHECK, List.of("key123"), HOUR, TestCallbacks.clockAt(0));
        CallbackSecurity security = new CallbackSecurity(List.of("key123"), false, null, 1);
        assertThat(check + " " + security).doesNotContain("key123");
    }
}
