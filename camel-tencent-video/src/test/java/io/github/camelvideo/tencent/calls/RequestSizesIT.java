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

import io.github.camelvideo.request.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as large as the vendor takes them, and one byte larger. */
class RequestSizesIT extends Calling {

    private static final int KB = 1024;

    @ParameterizedTest
    @CsvSource({"POST, 10240, {\"NickName\":\"\"}", "GET, 32, NickName="})
    void version3TakesTheLimitAndNotAByteMore(String method, int kilobytes, String frame) {
        int limit = kilobytes * KB;
        String fitting = "x".repeat(limit - frame.length());
        String uri = "DescribeDeviceList?httpMethod=" + method;

        answer(uri, Map.of("NickName", fitting));
        assertThat(received().get("NickName").textValue()).isEqualTo(fitting);
        cloud().requests().clear();

        assertThat(failure(InvalidRequestException.class, uri, Map.of("NickName", fitting + "x")))
                .hasMessageContaining("bytes=" + (limit + 1) + ", limit=" + limit);
        nothingWasSent();
    }

    /** What is common to all calls takes a little of the room, as much as nonce and signature need. */
    @ParameterizedTest
    @CsvSource({"POST, 1024", "GET, 32"})
    void version1TakesTheLimitInAll(String method, int kilobytes) {
        int limit = kilobytes * KB;
        String fitting = "x".repeat(limit - 300);
        String uri = "DescribeDeviceList?signMethod=HmacSHA256&httpMethod=" + method;

        answer(uri, Map.of("NickName", fitting));
        assertThat(received().get("NickName").textValue()).isEqualTo(fitting);
        cloud().requests().clear();

        assertThat(failure(InvalidRequestException.class, uri, Map.of("NickName", "x".repeat(limit - 100))))
                .hasMessageContaining("limit=" + limit);
        nothingWasSent();
    }

    @ParameterizedTest
    @CsvSource({"POST, TC3-HMAC-SHA256, 10240", "POST, HmacSHA1, 1024", "GET, TC3-HMAC-SHA256, 32"})
    void bytesCountAndNotCharacters(String method, String signMethod, int kilobytes) {
        String uri = "DescribeDeviceList?httpMethod=" + method + "&signMethod=" + signMethod;
        int characters = kilobytes * KB / 3;

        assertThat(failure(InvalidRequestException.class, uri, Map.of("NickName", "\u95e8".repeat(characters))))
                .hasMessageContaining("request is too large");
        nothingWasSent();
    }
}
