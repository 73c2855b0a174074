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
package io.github.camelvideo.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tools.cli.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions that are broken, huge or meant to do harm: an error with its place, or a bounded result, and never half a file. */
class HostileDefinitionsTest {

    @TempDir
    private Path folder;

    private Path in() {
        return folder.resolve("in");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Tool imported(Path definition) {
        return Tool.run("import", definition, "--out", out());
    }

    private void assertRefused(Tool tool, String message) throws IOException {
        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err().lines()).last().asString().startsWith(message);
        assertThat(tool.err()).doesNotContain("\tat ", "Exception");
        if (java.nio.file.Files.exists(out())) {
            try (Stream<Path> files = java.nio.file.Files.list(out())) {
                assertThat(files).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/objects/Hall/members/1/type | 'tree' | api.json: objects/Hall/members[1]/type: 'tree' is not a known type; write one of string, int,",
                "/objects/Hall/members/1/type | 7 | api.json: objects/Hall/members[1]/type: must be a text, but is 7.",
                "/objects/Hall/members/1/type | `` | api.json: objects/Hall/members[1]/type: must be a text, but is missing.",
                "/objects/Hall/members/1/member | 'Rov' | api.json: objects/Hall/members[1]/member: there is no object 'Rov'.",
                "/objects/Hall/members/1/name | 'Bad name' | api.json: objects/Hall/members[1]/name: 'Bad name' cannot be a name in a catalog",
                "/objects/Hall/members/1/name | 'Rows.N' | api.json: objects/Hall/members[1]/name: 'Rows.N' cannot be a name in a catalog",
                "/objects/Hall/members/1/name | 'HallId' | api.json: objects/Hall/members[1]/name: 'HallId' is defined twice.",
                "/objects/Hall/members/1/required | 'yes' | api.json: objects/Hall/members[1]/required: must be true or false, but is the text 'yes'.",
                "/objects/Hall/members/1 | 'Rows' | api.json: objects/Hall/members[1]: must be an object, but is the text 'Rows'.",
                "/objects/Hall/members | 'HallId, Rows' | api.json: objects/Hall/members: must be a list, but is the text 'HallId, Rows'.",
                "/objects/Hall | 'a hall' | api.json: objects/Hall: must be an object, but is the text 'a hall'.",
                "/objects/1st | {'members': []} | api.json: objects/1st: '1st' cannot be a name in a catalog",
                "/objects/FileStructure | {'members': []} | api.json: objects/File: the catalog has to call it 'FileStructure'",
                "/objects | [] | api.json: objects: must be an object, but is a list.",
                "/actions | {} | api.json: actions: there is no action that can be called.",
                "/actions | 'all' | api.json: actions: must be an object, but is the text 'all'.",
                "/actions/describe | {} | api.json: actions/describe: 'describe' cannot be a name in a catalog",
                "/actions/GetPicture | 'GetPictureRequest' | api.json: actions/GetPicture: must be an object, but is the text 'GetPictureRequest'.",
                "/actions/GetPicture/input | 'Missing' | api.json: actions/GetPicture/input: there is no object 'Missing'. Add it to objects, or correct the name.",
                "/actions/GetPicture/output | `` | api.json: actions/GetPicture/output: must be a text, but is missing.",
                "/metadata | `` | api.json: metadata/serviceShortName: must be a text, but is missing.",
                "/metadata/apiVersion | '' | api.json: metadata/apiVersion: must be a text that is not empty, but is the text ''.",
                "/metadata/apiVersion | 3 | api.json: metadata/apiVersion: must be a text, but is 3.",
                "/metadata/serviceShortName | 'Cinema!' | 'Cinema!' cannot be the name of an API",
            })
    void aFaultInTencentsDefinitionsIsNamedWithItsPlace(String place, String value, String message) throws IOException {
        assertRefused(imported(Files.changed(Files.TENCENT, in(), place, value)), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/info/version | ' ' | api-docs.json: info/version: must be a text that is not empty, but is the text ' '.",
                "/endpoints/0/regionId | '' | api-docs.json: endpoints[0]/regionId: must be a text that is not empty, but is the text ''.",
                "/info/style | 'ROA' | api-docs.json: info/style: must be RPC (APIs of other styles are not supported), but is the text 'ROA'.",
                "/apis/RingBell/parameters/3/schema/type | 'tone' | api-docs.json: apis/RingBell/parameters[3]/schema/type: 'tone' is not a known type;",
                "/apis/RingBell/parameters/3/schema | 'string' | api-docs.json: apis/RingBell/parameters[3]/schema: must be an object, but is the text 'string'.",
                "/apis/RingBell/parameters/3/name | 'Tone?' | ``",
                "/apis/RingBell/parameters/1/name | 'Sec?' | api-docs.json: apis/RingBell/parameters[1]/name: 'Sec?' cannot be a name in a catalog",
                "/apis/RingBell/parameters/2/schema/type | 'string' | api-docs.json: apis/RingBell/parameters[2]/name: 'Seconds' is defined twice, as Integer and as String.",
                "/apis/RingBell/parameters | 'none' | api-docs.json: apis/RingBell/parameters: must be a list, but is the text 'none'.",
                "/apis/QueryDoors/responses/200/schema/properties | ['Data'] | api-docs.json: apis/QueryDoors/responses/200/schema/properties: must be an object, but is a list.",
                "/apis/RingBell/parameters/11/schema/$ref | '#/components/schemas/Lable' | api-docs.json: apis/RingBell/parameters[11]/schema/$ref: there is no schema",
                "/components/schemas/Do-or | {'properties': {'A': {'type': 'string'}}} | api-docs.json: components/schemas/Do-or: 'Do-or' cannot be a name in a catalog",
                "/apis/ringBell | {} | api-docs.json: apis/ringBell: 'ringBell' cannot be a name in a catalog",
                "/apis | {} | api-docs.json: apis: there is no action that can be called.",
                "/endpoints/1/endpoint | 'example.com/steal?' | 'example.com/steal?' is not the name of a host that calls could go to.",
                "/endpoints/0/endpoint | 1 | api-docs.json: endpoints[0]/endpoint: must be a text, but is 1.",
            })
    void aFaultInAlibabasDefinitionsIsNamedWithItsPlace(String place, String value, String message) throws IOException {
        Tool tool = imported(Files.changed(Files.ALIYUN, in(), place, value));

        if (message.isEmpty()) {
            assertThat(tool.out()).contains("RingBell/Tone? is left out");
        } else {
            assertRefused(tool, message);
        }
    }

    /** What a vendor states and a catalog cannot have is left out, so that the catalog can be used. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/apis/RingBell/parameters/1/schema/maximum | -1",
                "/apis/QueryDoors/responses/200/schema/properties/Data/properties | {'a/b': {}}"
            })
    void whatIsImportedPassesTheCheck(String place, String value) throws IOException {
        Tool tool = imported(Files.changed(Files.ALIYUN, in(), place, value));

        assertThat(tool.status()).isZero();
        assertThat(tool.out()).contains("left out");
        assertThat(Tool.run("check", out()).out()).contains("no problems");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'openapi': '3.0.0'} | in.json: this is neither a Tencent api.json",
                "[] | in.json: must be an object, but is a list.",
                "`` | in.json: must be an object, but is missing.",
                "{'actions': {'A': 1, 'A': 2}} | ",
                "{'actions': | ",
                "{'actions': {}} {} | ",
            })
    void whatIsNoDefinitionIsRefused(String text, String message) throws IOException {
        Path file = Files.write(in().resolve("in.json"), text.replace('\'', '"'));

        assertRefused(imported(file), message == null ? file + ": is not JSON that can be used: " : message);
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() throws IOException {
        assertRefused(imported(in().resolve("api.json")), in().resolve("api.json") + ": does not exist.");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        assertRefused(imported(folder), folder + ": is a folder. Give a file.");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = Files.write(in().resolve("api.json"), "");
        try (var channel = java.nio.file.Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(64L * 1024 * 1024);
            channel.write(java.nio.ByteBuffer.wrap(new byte[1024 * 1024]));
        }

        assertRefused(imported(file), file + ": has 65 MiB; at most 64 MiB are read.");
    }

    @Test
    void nestingHasAnEnd() throws IOException {
        String deep = "{\"version\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        Path file = Files.write(in().resolve("api.json"), deep);

        assertRefused(imported(file), file + ": is not JSON that can be used: Document nesting depth (1001) exceeds");
    }

    @Test
    void anAlibabaSchemaHasAnEnd() throws IOException {
        Tool tool = imported(schemaOf(100));

        assertThat(tool.status()).isZero();
        assertThat(Files.text(out().resolve("doorbell.json"))).contains("\"QueryDoorsResponseInner99\"");
        assertThat(imported(schemaOf(450)).err())
                .contains("/Inner: objects and lists must not nest more than 120 levels.");
    }

    private Path schemaOf(int levels) {
        String deep = "{\"type\": \"object\", \"properties\": {\"Inner\": ".repeat(levels) + "{\"type\": \"string\"}"
                + "}}".repeat(levels);

        return Files.changed(
                Files.ALIYUN, in(), "/apis/QueryDoors/responses/200/schema/properties/Data/properties/Deep", deep);
    }

    @Test
    void listsOfListsHaveAnEnd() throws IOException {
        String lists = "{\"type\": \"array\", \"items\": ".repeat(100) + "{\"type\": \"string\"}" + "}".repeat(100);

        assertRefused(
                imported(Files.changed(Files.ALIYUN, in(), "/apis/RingBell/parameters/3/schema", lists)),
                "api-docs.json: apis/RingBell/parameters[3]/schema: must not nest more than 16 lists.");
    }

    @Test
    void valuesAreQuotedInOneShortLine() throws IOException {
        String value = "'" + "x\\n\\u001b[31m".repeat(1_000) + "'";

        Tool tool = imported(Files.changed(Files.TENCENT, in(), "/objects/Hall/members/1/type", value));

        assertRefused(tool, "api.json: objects/Hall/members[1]/type: 'x?");
        assertThat(tool.err()).hasSizeLessThan(500 + in().toString().length()).doesNotContain("\u001b");
    }

    @Test
    void anObjectMayHave100000Members() {
        Tool tool = imported(Files.changed(Files.TENCENT, in(), "/objects/Hall/members", members(100_000)));

        assertThat(tool.status()).isZero();
        assertThat(Files.text(out().resolve("cinema.json"))).contains("\"M99999\"");
    }

    @Test
    void aSmallFileCannotDefineAnythingWithoutEnd() throws IOException {
        StringBuilder actions = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            actions.append(i == 0 ? "" : ",")
                    .append("'A")
                    .append(i)
                    .append("': {'input': 'CreateHallRequest', 'output': 'CreateHallResponse'}");
        }
        Path many = Files.changed(Files.TENCENT, in(), "/objects/CreateHallRequest/members", members(2_000));

        assertRefused(
                imported(Files.changed(
                        many, in(), "/actions", actions.append('}').toString())),
                "The definitions have 2002000 parameters and response fields; at most 1000000 are imported.");
    }

    @Test
    void structuresMayContainEachOther() {
        assertThat(Files.text(Files.CINEMA)).contains("{\"name\": \"Next\", \"type\": \"Row\"}");
        assertThat(Files.text(Files.DOORBELL)).contains("{\"name\": \"Inner\", \"type\": \"Door\"}");
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            members.append(i == 0 ? "" : ",")
                    .append("{'name': 'M")
                    .append(i)
                    .append("', 'type': 'object', 'member': 'Hall'}");
        }
        return members.append(']').toString();
    }
}
