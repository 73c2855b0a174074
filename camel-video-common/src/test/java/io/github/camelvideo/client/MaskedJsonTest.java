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

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.json.ExactJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values of a response a log may show. */
class MaskedJsonTest {

    private static final String CATALOG =
            """
            {"api": "doors", "title": "Doors", "protocol": "p", "endpoint": "doors.example.com",
             "groups": [{"id": "g", "title": "G"}],
             "actions": [{"name": "Open", "group": "g", "summary": "Opens.", "mutates": true, "request": [], "response": [
               {"name": "Name", "type": "String", "summary": "s"},
               {"name": "Count", "type": "Integer", "summary": "s"},
               {"name": "Code", "type": "String", "secret": true, "summary": "s"},
               {"name": "Codes", "type": "Array of String", "secret": true, "summary": "s"},
               {"name": "Any", "type": "Object", "summary": "s"},
               {"name": "Door", "type": "Door", "summary": "s"},
               {"name": "Doors", "type": "Array of Door", "summary": "s"},
               {"name": "ByName", "type": "Map of Door", "summary": "s"}]}],
             "types": {"Door": [
               {"name": "Id", "type": "String", "summary": "s"},
               {"name": "Pin", "type": "Integer", "secret": true, "summary": "s"}]},
             "errors": []}
            """;

    private static final ApiCatalog API = new Catalogs(List.of(CatalogDocument.of(
                    "doors.json",
                    "the test",
                    () -> new ByteArrayInputStream(CATALOG.getBytes(StandardCharsets.UTF_8)))))
            .get("doors");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Name\":\"gate\",\"Count\":3}|{\"Name\":\"gate\",\"Count\":3}",
                "{\"Code\":\"1234\",\"Codes\":[\"a\",\"b\"]}|{\"Code\":\"xxxxxx\",\"Codes\":\"xxxxxx\"}",
                "{\"Code\":null,\"Codes\":[]}|{\"Code\":null,\"Codes\":[]}",
                "{\"Door\":{\"Id\":\"1\",\"Pin\":12}}|{\"Door\":{\"Id\":\"1\",\"Pin\":\"xxxxxx\"}}",
                "{\"Doors\":[{\"Pin\":12},{\"Id\":\"2\"}]}|{\"Doors\":[{\"Pin\":\"xxxxxx\"},{\"Id\":\"2\"}]}",
                // the vendors answer one element where they mean a list of one
                "{\"Doors\":{\"Pin\":12,\"Id\":\"2\"}}|{\"Doors\":{\"Pin\":\"xxxxxx\",\"Id\":\"2\"}}",
                "{\"ByName\":{\"gate\":{\"Pin\":12}}}|{\"ByName\":{\"gate\":{\"Pin\":\"xxxxxx\"}}}",
                // not described, or not as it is described
                "{\"New\":\"gate\"}|{\"New\":\"xxxxxx\"}",
                "{\"Any\":{\"Pin\":12}}|{\"Any\":\"xxxxxx\"}",
                "{\"Name\":{\"Pin\":12}}|{\"Name\":\"xxxxxx\"}",
                "{\"Door\":\"12\"}|{\"Door\":\"xxxxxx\"}",
                "{\"ByName\":[12]}|{\"ByName\":\"xxxxxx\"}",
                "[{\"Name\":\"a\"},12]|[{\"Name\":\"a\"},\"xxxxxx\"]",
                // addresses
                "{\"Name\":\"rtmp://h/live/s?txSecret=ab&txTime=1\"}|{\"Name\":\"rtmp://h/live/s?xxxxxx\"}",
                "{\"Name\":\"see rtsp://me:word@h:554/s and more\"}|{\"Name\":\"see rtsp://xxxxxx@h:554/s and more\"}",
                "{\"Name\":\"https://h/a?b\"}|{\"Name\":\"https://h/a?xxxxxx\"}",
                "{\"Name\":\"https://h/a#token=b\"}|{\"Name\":\"https://h/a#xxxxxx\"}",
                "{\"Name\":\"live/stream?txSecret=ab&txTime=1\"}|{\"Name\":\"live/stream?txSecret=xxxxxx\"}",
                "{\"Name\":\"rtsp://me:w@rd@h/s\"}|{\"Name\":\"rtsp://xxxxxx@h/s\"}",
                "{\"Name\":\"rtsp://me:w/rd?#1@h/s?k=1\"}|{\"Name\":\"rtsp://xxxxxx@h/s?xxxxxx\"}",
                "{\"Name\":\"rtsp://me:my word@h/s\"}|{\"Name\":\"rtsp://xxxxxx@h/s\"}",
                "{\"Name\":\"http://h/a?k=1,http://h/b?k=2\"}|{\"Name\":\"http://h/a?xxxxxx\"}",
                "{\"Name\":\"{\\\"u\\\":\\\"http:\\\\/\\\\/h\\\\/a?k=1\\\"}\"}"
                        + "|{\"Name\":\"{\\\"u\\\":\\\"http:\\\\/\\\\/h\\\\/a?xxxxxx\\\"}\"}",
                "{\"Name\":\"what? me@home\"}|{\"Name\":\"what? me@home\"}",
            })
    void showsWhatTheCatalogDescribesAsNoSecret(String content, String shown) throws IOException {
        assertThat(MaskedJson.of(API, API.action("Open").answer(), ExactJson.parse(content))
                        .toString())
                .isEqualTo(shown);
    }
}
