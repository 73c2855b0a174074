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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.json.Digests;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.protocol.WireResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that JSON forbids: by every protocol the data is read all the same, and the envelope is not. */
class OddAnswersTest {

    private final ApiProtocol v3 = new CloudApi3Protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null, () -> 1);
    private final ApiProtocol v2 = new CloudApi2Protocol(HttpMethod.GET, () -> 1);
    private final ApiProtocol commonAccess = new CommonAccessProtocol(() -> 1);
    private final ApiProtocol iss = new IssProtocol(() -> "boundary");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "v3           | {'Response':{'Data':[{'Code':1,'Code':2,'x':NaN}],'RequestId':'r'}} | {'Data':[{'Code':2,'x':'NaN'}]}",
                "v3           | {'Response':{'Total':1,'Total':2},'x':0,'x':1}                      | {'Total':2}",
                "v2           | {'code':0,'list':[{'code':1,'code':2}]}                             | {'list':[{'code':2}]}",
                "commonAccess | {'ret':0,'output':{'ret':1,'ret':2}}                                | {'ret':2}",
                "iss          | {'StatusCode':200,'Data':{'Code':1,'Code':Infinity}}                | {'Code':'Infinity'}"
            })
    void dataIsReadTolerantly(String protocol, String content, String body) {
        assertThat(read(protocol, content)).isEqualTo(body.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "v3           | {'Response':{'Error':{'Code':'X'}},'Response':{}}",
                "v3           | {'Response':{'Error':{'Code':'X'},'Error':null}}",
                "v3           | {'Response':{'Error':{'Code':'X','Code':'Y'}}}",
                "v3           | {'Response':{'RequestId':'r','RequestId':'s'}}",
                "v2           | {'code':1,'code':0}",
                "v2           | {'code':0,'message':'','message':''}",
                "v2           | {'code':0,'codeDesc':'','codeDesc':''}",
                "v2           | {'code':NaN}",
                "commonAccess | {'ret':1,'ret':0,'output':{}}",
                "commonAccess | {'code':1,'code':0}",
                "commonAccess | {'retcode':1,'retcode':0}",
                "commonAccess | {'ret':0,'errmsg':'','errmsg':''}",
                "commonAccess | {'ret':0,'output':{},'output':{}}",
                "iss          | {'StatusCode':400,'StatusCode':200,'Data':{}}",
                "iss          | {'Code':1,'Code':0,'Data':{}}",
                "iss          | {'RequestId':'r','RequestId':'r','StatusCode':200}",
                "iss          | {'StatusCode':200,'Data':{},'Data':{}}"
            })
    void anAmbiguousEnvelopeIsUnreadable(String protocol, String content) {
        assertThatThrownBy(() -> read(protocol, content))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("content that is not JSON or was cut off: '");
    }

    private String read(String protocol, String content) {
        WireResponse answer = new WireResponse(200, "application/json", Digests.utf8(content.replace('\'', '"')));
        ApiResponse response =
                switch (protocol) {
                    case "v3" -> v3.decode(Cases.call("ap-guangzhou", "{}"), answer);
                    case "v2" -> v2.decode(call("live-v2", "DescribeLVBChannel"), answer);
                    case "commonAccess" -> commonAccess.decode(call("live-v2017", "LiveSetDelay"), answer);
                    default -> iss.decode(call("iss", "ExportDevices"), answer);
                };
        return response.body().toString();
    }

    private static ApiCall call(String api, String action) {
        return Cases.call(api, action, "{}");
    }
}
