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
package io.github.camelvideo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://127.0.0.1:8080",
                "http://127.1.2.3/",
                "http://127.255.10.99",
                "http://[::1]:80"
            })
    void plainHttpMayGoToThisMachine(String url) {
        assertThat(BaseUrl.of(url, false)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://127.0.0.1.example.com",
                "http://127.0.0.999",
                "http://10.0.0.1",
                "http://localhost.example.com"
            })
    void plainHttpMayNotLeaveThisMachine(String url) {
        assertThatThrownBy(() -> BaseUrl.of(url, false))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(url)
                .hasMessageContaining("allowHttp=true");
    }

    @Test
    void plainHttpMayLeaveThisMachineWhereAllowed() {
        assertThat(BaseUrl.of("http://api.example.com", true)).hasToString("http://api.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com",
                "ftp://api.example.com",
                "https://api.example.com/v2",
                "https://api.example.com?a=hidden",
                "https://user:hidden@api.example.com",
                "https://api.example.com#hidden",
                "https://exa mple.com",
                ""
            })
    void anythingButSchemeHostAndPortIsRefusedWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> BaseUrl.of(url, false))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("scheme://host[:port]")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "https://API.example.com, api.example.com",
        "https://api.example.com:443, api.example.com",
        "https://api.example.com:8443, api.example.com:8443",
        "http://localhost:80, localhost",
        "http://[::1]:8080, [::1]:8080",
    })
    void hostHeaderHasThePortOnlyWhereItIsNotTheSchemesOwn(String url, String header) {
        assertThat(BaseUrl.of(url, false).hostHeader()).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"/a/../b,", "/a b,", "/a, x=a b", "/a, x='"})
    void whatWouldBeWrittenDifferentlyThanSignedIsRefused(String path, String query) {
        BaseUrl target = BaseUrl.of("https://api.example.com", false);
        WireRequest request = new WireRequest("GET", path, query, Map.of(), null, null, null);

        assertThatThrownBy(() -> target.resolve("toy/Read", request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("toy/Read: ");
    }
}
