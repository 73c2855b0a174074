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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.tools.cli.Tool;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names tell, by the rules that the tools bring and by those of a user. */
class RulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private JsonNode imported(Path definition, Object... options) {
        Object[] arguments = Stream.concat(
                        Stream.of("import", definition, "--out", folder.resolve("out")), Stream.of(options))
                .toArray();
        Tool tool = Tool.run(arguments);
        assertThat(tool.err()).contains("Writing");
        return Files.json(Files.text(folder.resolve("out/cinema.json")));
    }

    private static ObjectNode cinema() {
        return (ObjectNode) Files.json(Files.text(Files.TENCENT));
    }

    private Path written(JsonNode definition) {
        return Files.write(folder.resolve("api.json"), definition.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeX, false",
        "GetX, false",
        "ListX, false",
        "QueryX, false",
        "SearchX, false",
        "InquiryPriceX, false",
        "InquirePriceX, false",
        "Get3DModel, false",
        "Query, false",
        "GetawayBook, true",
        "ListenToX, true",
        "DescribedX, true",
        "CreateX, true",
        "CheckX, true",
        "DeleteX, true",
        "ResetX, true",
        "UnknownVerbX, true",
    })
    void theFirstWordOfAnActionTellsWhetherItChangesSomething(String action, boolean mutates) {
        ObjectNode definition = cinema();
        ((ObjectNode) definition.get("actions"))
                .removeAll()
                .putObject(action)
                .put("input", "DescribeHallsRequest")
                .put("output", "DescribeHallsResponse");

        assertThat(imported(written(definition)).at("/actions/0/mutates").asBoolean())
                .isEqualTo(mutates);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password",
                "DoorPassWord",
                "SecretKey",
                "UserSig",
                "AuthKey",
                "AuthBackKey",
                "CallbackKey",
                "NotifyKey",
                "CertificatePrivateKey",
                "PrivateKey",
                "SessionToken",
                "PlayUrl",
                "PushUrl",
                "ToUrl",
                "SourceUrls",
                "InputAddress",
                "OutputUrl",
                "PushStreamAddress",
                "RtspAddr",
                "RTSPUrl",
                "HlsAddr",
                "InputWebRTCPlayUrl",
                "FileUrl",
                "LogUrl",
                "PushArgs",
                "OutputParam",
                "DecryptKey"
            })
    void aNameOfASecretIsKnown(String name) {
        assertThat(first(field(name, "string")))
                .isEqualTo(Files.json("{\"name\": \"" + name + "\", \"type\": \"String\", \"secret\": true}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Key",
                "TagKey",
                "Keys",
                "KeyWord",
                "Monkey",
                "NextToken",
                "PageToken",
                "ScrollToken",
                "Url",
                "CallbackUrl",
                "Address",
                "IpAddress",
                "MarkPicUrl",
                "PasswordHint",
                "TokenCount"
            })
    void aNameThatIsNoSecretIsKnown(String name) {
        assertThat(first(field(name, "string")).has("secret")).isFalse();
    }

    @Test
    void onlyTextsAreSecrets() {
        assertThat(first(field("Password", "int")).has("secret")).isFalse();
        assertThat(first(JSON.createObjectNode()
                                .put("name", "PlayUrls")
                                .put("type", "list")
                                .put("member", "string"))
                        .path("secret")
                        .asBoolean())
                .isTrue();
    }

    private static ObjectNode field(String name, String type) {
        return JSON.createObjectNode().put("name", name).put("type", type).put("member", type);
    }

    /** What becomes of a parameter. */
    private JsonNode first(JsonNode member) {
        ObjectNode definition = cinema();
        ((ArrayNode) definition.at("/objects/CreateHallRequest/members"))
                .removeAll()
                .add(member);
        return imported(written(definition)).at("/actions/0/request/0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagings")
    void namesTellHowAnActionPages(String what, JsonNode given) {
        ObjectNode definition = cinema();
        ObjectNode objects = (ObjectNode) definition.get("objects");
        members(objects, "Given", given.get("request"));
        members(objects, "Answered", given.get("response"));
        members(objects, "Elsewhere", given.path("elsewhere"));
        members(objects, "Page", Files.json("[\"Total:int\", \"Halls:list:Hall\"]"));
        members(objects, "Wrapper", Files.json("[\"Hall:list:Hall\"]"));
        ObjectNode actions = (ObjectNode) definition.get("actions");
        actions.removeAll();
        actions.putObject(given.path("action").asText("DescribeGiven"))
                .put("input", "Given")
                .put("output", "Answered");
        actions.putObject("DescribeElsewhere").put("input", "Elsewhere").put("output", "CloseCinemaResponse");

        assertThat(imported(written(definition)).at("/actions/0/paging")).isEqualTo(given.path("paging"));
    }

    static Stream<Arguments> pagings() {
        return StreamSupport.stream(Files.json(RulesTest.class, "/paging.json").spliterator(), false)
                .map(given -> Arguments.of(given.path("what").asText(), given));
    }

    /** Of texts such as {@code Halls:list:Hall:Text}. */
    private static void members(ObjectNode objects, String name, JsonNode fields) {
        ArrayNode members = objects.putObject(name).put("type", "object").putArray("members");
        for (JsonNode field : fields) {
            String[] parts = field.asText().split(":", 4);
            ObjectNode member = members.addObject().put("name", parts[0]).put("type", parts[1]);
            if (parts.length > 2 && !parts[2].isEmpty()) {
                member.put("member", parts[2]);
            }
            if (parts.length > 3) {
                member.put("document", parts[3]);
            }
        }
    }

    @Test
    void aUserCanBringRules() {
        Path rules = Files.write(
                folder.resolve("rules.json"),
                """
                {"vendors": {"tencent": {
                  "protocol": "my-protocol", "endpoint": "api.{service}.example.com", "reads": ["Create"],
                  "secrets": {"names": ["Name"]},
                  "errors": [{"code": "Busy", "kind": "throttled", "reason": "Too often", "meaning": "Come later"}]
                }}}
                """);

        JsonNode written = imported(Files.TENCENT, "--rules", rules);

        assertThat(written.path("protocol").asText()).isEqualTo("my-protocol");
        assertThat(written.path("endpoint").asText()).isEqualTo("api.cinema.example.com");
        assertThat(written.has("region")).isFalse();
        assertThat(written.at("/actions/0/mutates").asBoolean()).isFalse();
        assertThat(written.at("/actions/1/mutates").asBoolean()).isTrue();
        assertThat(written.at("/actions/0/request/0/secret").asBoolean()).isTrue();
        assertThat(written.at("/errors/0/code").asText()).isEqualTo("Busy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/vendors | {} | rules.json: vendors: there are no rules for 'tencent'.",
                "/vendors/tencent/endpoint | `` | rules.json: vendors/tencent/endpoint: must be a text, but is missing.",
                "/vendors/tencent/region | 'maybe' | rules.json: vendors/tencent/region: must be one of none, optional, required, but is the text 'maybe'.",
                "/vendors/tencent/secrets/names/0 | '(' | rules.json: vendors/tencent/secrets/names[0]: is not a regular expression: Unclosed group.",
                "/vendors/tencent/paging/0/style | 'scroll' | rules.json: vendors/tencent/paging[0]/style: must be one of cursor, offset, page,",
                "/vendors/tencent/firstPageTexts/2 | [] | rules.json: vendors/tencent/firstPageTexts/2: the first page must be 0 or 1.",
                "/vendors/tencent/errors/0/code | '' | rules.json: vendors/tencent/errors[0]/code: must be a text that is not empty",
                "/vendors/tencent/errors/1/kind | `` | rules.json: vendors/tencent/errors[1]/kind: must be a text, but is missing.",
                "/vendors/tencent/errors/1/reason | `` | rules.json: vendors/tencent/errors[1]/reason: must be a text, but is missing.",
                "/vendors/tencent/errors/0/kind | 'bad' | rules.json: vendors/tencent/errors[0]/kind: must be one of",
            })
    void aFaultInRulesIsNamedWithItsPlace(String place, String value, String message) {
        Path builtIn = Files.write(
                folder.resolve("in/rules.json"),
                Files.json(RulesTest.class, "/io/github/camelvideo/tools/import-rules.json")
                        .toString());
        Path rules = Files.changed(builtIn, folder, place, value);

        Tool tool = Tool.run("import", Files.TENCENT, "--out", folder, "--rules", rules);

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(message);
    }
}
