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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormEncodingTest {

    @Test
    void encodesAllButUnreservedCharactersWithUpperCaseDigits() {
        assertThat(FormEncoding.percent("AZaz09-_.~")).isEqualTo("AZaz09-_.~");
        assertThat(FormEncoding.percent("a b+c*d/e=f&g:h")).isEqualTo("a%20b%2Bc%2Ad%2Fe%3Df%26g%3Ah");
        assertThat(FormEncoding.percent("测试😀")).isEqualTo("%E6%B5%8B%E8%AF%95%F0%9F%98%80");
        assertThat(FormEncoding.percent("100%")).isEqualTo("100%25");
        assertThat(FormEncoding.percent("")).isEmpty();
    }

    @Test
    void keepsTheOrderAndTheVendorsNames() {
        // given
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Channels.0.DeviceId", "x y");
        parameters.put("Action", "");
        parameters.put("bad&Name=1", "v");

        // then
        assertThat(FormEncoding.encode(parameters)).isEqualTo("Channels.0.DeviceId=x%20y&Action=&bad%26Name%3D1=v");
    }
}
