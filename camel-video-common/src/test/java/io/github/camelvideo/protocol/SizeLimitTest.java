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
package io.github.camelvideo.protocol;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.request.InvalidRequestException;
import org.junit.jupiter.api.Test;

class SizeLimitTest {

    @Test
    void letsTheLimitPassAndNothingMore() {
        // given
        SizeLimit limit = new SizeLimit("The query of a call", 1024, "Send less.");
        ApiCall call = Calls.with("{}");

        // then
        assertThatCode(() -> limit.check(call, 1024)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.check(call, 1025))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("toy/Read: not sent: the request is too large, bytes=1025, limit=1024."
                        + " The query of a call may have 1024 bytes. Send less.");
    }
}
