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
package io.github.camelvideo.simulator.wire.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The signatures that the vendor's own classes make of the same parameters. */
class RpcSignatureTest {

    private static Map<String, String> common(String nonce, String timestamp) {
        return new TreeMap<>(Map.of(
                "Format", "JSON",
                "RegionId", "cn-shanghai",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", nonce,
                "Timestamp", timestamp,
                "Version", "2018-01-20"));
    }

    @Test
    void theVendorsExample() {
        Map<String, String> all = common("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf", "2016-02-23T12:46:24Z");
        all.remove("RegionId");
        all.putAll(
                Map.of("AccessKeyId", "testid", "Action", "DescribeRegions", "Format", "XML", "Version", "2014-05-26"));

        assertThat(RpcSignature.of("GET", all, "testsecret")).isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
    }

    @Test
    void theMethodIsSigned() {
        Map<String, String> all = common("7d9c5a3e-0b1f-4c55-9a60-2f1f0f6d1a01", "2020-04-28T12:00:00Z");
        all.putAll(Map.of(
                "AccessKeyId", "testid",
                "Action", "QueryDeviceEvent",
                "BeginTime", "1539507310000",
                "CurrentPage", "1",
                "EndTime", "1539607310000",
                "EventType", "1",
                "IotId", "zLZyi6aOLyOSHa9hsPyD000100",
                "PageSize", "50"));

        assertThat(RpcSignature.of("POST", all, "testsecret")).isEqualTo("rK8rsPrQy9+3eYBCx/DQHtAnX/Q=");
        assertThat(RpcSignature.of("GET", all, "testsecret")).isEqualTo("aUk3zNeUTwEsK+S6ZIGvOgO8P+s=");
    }

    @Test
    void tokenListsAndReservedCharacters() {
        Map<String, String> all = common("7d9c5a3e-0b1f-4c55-9a60-2f1f0f6d1a02", "2020-04-28T12:00:01Z");
        all.putAll(Map.of(
                "AccessKeyId", "STS.testid",
                "Action", "CreateTimeTemplate",
                "AllDay", "0",
                "Name", "\u591c\u95f4 A*~+1",
                "SecurityToken", "CAIS+token/with=pad=="));
        all.putAll(Map.of(
                "TimeSections.1.DayOfWeek", "0",
                "TimeSections.1.Begin", "20000",
                "TimeSections.1.End", "60000",
                "TimeSections.2.DayOfWeek", "3",
                "TimeSections.2.Begin", "30000",
                "TimeSections.2.End", "70000"));
        all.put("Signature", "not signed");

        assertThat(RpcSignature.of("POST", all, "testsecret")).isEqualTo("FLelm4GfIjde4xB49jL218AqVEU=");
    }
}
