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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of a call in what the vendor writes about it. */
class RedactionTest {

    private static final String CATALOG =
            """
            {"api": "doors", "title": "Doors", "protocol": "p", "endpoint": "doors.example.com",
             "groups": [{"id": "g", "title": "G"}],
             "actions": [{"name": "Open", "group": "g", "summary": "Opens.", "mutates": true, "response": [], "request": [
               {"name": "Door", "type": "String", "summary": "s"},
               {"name": "Code", "type": "String", "secret": true, "summary": "s"},
               {"name": "Pin", "type": "Integer", "secret": true, "summary": "s"}]}],
             "types": {}, "errors": []}
            """;

    private static final ApiCatalog API = new Catalogs(List.of(CatalogDocument.of(
                    "doors.json",
                    "the test",
                    () -> new ByteArrayInputStream(CATALOG.getBytes(StandardCharsets.UTF_8)))))
            .get("doors");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "se\"same",
                "ses/ame+",
                "ses\\ame",
                "ses\\\name",
                "ses\n\tame\r",
                "ses\u00e4me \u5f00\u95e8",
                "\\\"\\\"\\"
            })
    void aSecretIsNotShownByAVendorThatQuotesTheJsonItGot(String secret) {
        ObjectNode parameters = ExactJson.object().put("Door", "gate").put("Code", secret);
        String json = parameters.toString();
        String inJson = ExactJson.object().put("m", json).toString();
        String ascii = inJson.codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : String.format("\\u%04x", c))
                .reduce("", String::concat);

        for (String quoted : List.of(secret, json, inJson, ascii, json.replace("/", "\\/"))) {
            assertThat(redact(parameters, quoted)).contains("xxxxxx").doesNotContain("ses", "ame", "\\\"\\\"");
        }
    }

    @Test
    void aSecretNumberIsNotShown() throws IOException {
        assertThat(redact(ExactJson.object().put("Pin", 271_828), "Pin 271828 is taken"))
                .isEqualTo("Pin xxxxxx is taken");
    }

    @Test
    void aValueThatNoCatalogDescribesIsNotShown() {
        assertThat(redact(ExactJson.object().put("Mystery", "sesame"), "Mystery: sesame is unknown"))
                .isEqualTo("Mystery: xxxxxx is unknown");
    }

    @Test
    void aVeryLongSecretIsNotShown() {
        String secret =
                IntStream.range(0, 5_000).mapToObj(i -> i + "+/\uD83D\uDE00 ").collect(Collectors.joining());

        assertThat(redact(ExactJson.object().put("Code", secret), "wrong: " + secret + "!"))
                .matches("wrong: (xxxxxx)+!");
    }

    private static String redact(ObjectNode parameters, String text) {
        ApiCall call = new ApiCall(API, API.action("Open"), parameters, null);
        return Redaction.of(call, new Credentials("the-id", "the-key"), null).apply(text);
    }
}
