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

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.client.ApiCall;
import io.github.camelvideo.request.InvalidRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeLimitTest {

    @ParameterizedTest
    @CsvSource({"GET, 32768", "FORM, 1048576", "JSON, 10485760"})
    void letsTheLimitPassAndNothingMore(SizeLimit limit, int bytes) {
        // given
        ApiCall call = Cases.call(null, "{}");

        // then
        assertThatCode(() -> limit.check(call, bytes)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.check(call, bytes + 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("cvm/DescribeInstances: not sent: the request is too large, bytes="
                        + (bytes + 1) + ", limit=" + bytes + ". ");
    }
}
