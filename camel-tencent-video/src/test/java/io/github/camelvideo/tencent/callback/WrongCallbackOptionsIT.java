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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work is refused when the route is started, with the remedy. */
class WrongCallbackOptionsIT extends CallbackRoute {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            live/DescribeLiveStreamEventList?callback=/e                                 | callbackKey is missing
            live/DescribeLiveStreamEventList?callbackKey=k                               | callbackKey is set without callback
            live/DescribeLiveStreamEventList?callback=/e&callbackKey=k&ack=STORED        | ack=STORED needs an offsetRepository
            live/DescribeLiveStreamEventList?callback=/e&callbackKey=k&storeOnly=true    | storeOnly=true: this endpoint reads a list
            live/DescribeLiveStreamEventList?callback=/e&callbackKey=k&mode=RESPONSE     | cannot be combined with mode=RESPONSE
            live/DescribeLiveStreamEventList?callback=/e&callbackKey=k&allowFrom=nowhere | allowFrom
            live/DescribeLiveStreamEventList?callback=/e&callbackKey=k&callbackComponent=coap | callbackComponent=coap
            live/DescribeRecordTask?callback=/e&callbackKey=k                            | no callback reports the items of this list
            iotvideoindustry/DescribeWarnings?callback=/e&callbackKey=k                  | no callback reports the items of this list
            live/callback?callbackKey=k                                                  | callback is missing
            live/callback?callback=/e&callbackKey=k&verify=POLL                          | verify=POLL needs a list
            live/callback?callback=/e&callbackKey=k&storeOnly=true                       | storeOnly=true needs an offsetRepository
            iotvideoindustry/callback?callback=/e&callbackKey=k                          | has no callbacks
            iss/callback?callback=/e                                                     | does not sign
            """)
    void isRefusedWithTheRemedy(String uri, String message) {
        assertThatThrownBy(() -> start("tencent-video:" + uri)).hasStackTraceContaining(message);
    }
}
