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
package io.github.camelvideo.aliyun.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.protocol.FormEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RpcSignerTest {

    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream file = RpcSignerTest.class.getResourceAsStream("/protocol/rpc-signatures.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .map(example -> Named.of(example.get("id").asText(), example));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void signsAsTheVendorDoes(JsonNode example) {
        // given
        SortedMap<String, String> parameters = new TreeMap<>();
        example.get("parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        String method = example.get("method").asText();

        // then
        if (example.has("stringToSign")) {
            assertThat(RpcSigner.stringToSign(method, parameters))
                    .isEqualTo(example.get("stringToSign").asText());
        }
        assertThat(RpcSigner.signature(example.get("secret").asText(), method, parameters))
                .isEqualTo(example.get("signature").asText());
    }

    @Test
    void hashesAsTheVendorDoes() {
        assertThat(RpcSigner.hmac("sk#$!~~~", "abc~!@#")).isEqualTo("7eV3A584uvdgKVk8Ck8r9ukg1gE=");
    }

    @Test
    void encodesAsTheVendorDoes() {
        assertThat(FormEncoding.percent("123abc!@#$%^&*()-=_+ ~|\\/"))
                .isEqualTo("123abc%21%40%23%24%25%5E%26%2A%28%29-%3D_%2B%20~%7C%5C%2F");
    }
}
