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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that does not fit its option is refused by the name of the option, with what would fit. */
class WrongOptionsIT extends Calling {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callTimeout=soon | option callTimeout: 'soon' is not a duration. Write it as 10s, 5m, PT5M, or in milliseconds.",
                "delay=soon | option delay: 'soon' is neither a number nor a duration, such as 500 or 10s.",
                "maxRetries=many | option maxRetries: 'many' is not a whole number.",
                "allowHttp=si | option allowHttp: 'si' is neither true nor false.",
                "paging=EVERY | option paging: 'EVERY' is not one of ONE, ALL, STREAM.",
                "offsetRepository=offsets | option offsetRepository: 'offsets' is not a bean. Write # before the name",
                "offsetRepository=#offsets | option offsetRepository: there is no bean '#offsets' of the type StateRepository",
                "outputType=string | outputType 'string' is neither Map, JsonNode or String nor a class",
            })
    void isRefusedWithTheRemedy(String option, String text) {
        Throwable refusal = catchThrowable(() -> context.getEndpoint(API + "DescribeWarnMod?" + option));

        assertThat(refusal).rootCause().isNotNull();
        assertThat(refusal).hasMessageContaining(text);
    }
}
