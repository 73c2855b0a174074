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
package io.github.camelvideo.simulator.wire.issrest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import io.github.camelvideo.simulator.world.Iss;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IssWireIT {

    private static final String IMPORT = "/ivc/cms/device/import/sync";
    private static final String FORM = "multipart/form-data; boundary=b";

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension(VideoCloudSimulator.builder()
            .clock(SimulatorClock.at("2026-06-01T00:00:00Z"))
            .account(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY)
            .account("AKIDtemporary", "temporary-key", "the-token"));

    private static VideoCloudSimulator cloud() {
        return CLOUD.simulator();
    }

    private static IssCall list() {
        return new IssCall(cloud(), "GET", "/ivc/urm/resource/getUserResources")
                .query("OrganizationId", organization());
    }

    /** The one that is there from the beginning, with two devices. */
    private static String organization() {
        return cloud().world().records(Iss.ORGANIZATIONS).all().get(0).get("Id").asText();
    }

    private static IssCall importing() {
        return form(
                field("JobId", "j"),
                file("File", "abc"),
                field("AccessProtocol", "1"),
                field("OrganizationId", organization()));
    }

    private static IssCall update() {
        return new IssCall(cloud(), "PUT", "/ivc/cms/device/update");
    }

    private static IssCall form(String... parts) {
        return new IssCall(cloud(), "POST", IMPORT)
                .body(
                        FORM,
                        String.join(
                                        "",
                                        Stream.of(parts)
                                                .map(p -> "--b\r\n" + p + "\r\n")
                                                .toList()) + "--b--\r\n");
    }

    private static String field(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    private static String file(String name, String content) {
        return "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n\r\n" + content;
    }

    @Test
    void answersInTheEnvelopeAndNamesTheRequestTwice() {
        HttpResponse<byte[]> response = list().send();
        JsonNode answer = list().query("Keyword", "a b/ü*~").json();

        assertThat(answer.get("StatusCode").asInt()).as("%s", answer).isEqualTo(200);
        assertThat(answer.get("Code").asInt()).isZero();
        assertThat(answer.at("/Data/List").isArray()).isTrue();
        assertThat(answer.get("RequestId").asText()).hasSize(36);
        assertThat(response.headers().firstValue("RequestId")).get().asString().hasSize(36);
        assertThat(response.headers().firstValue("Server")).contains("tencent-iss");
        assertThat(cloud().requests().last().action()).isEqualTo("ListDevices");
        assertThat(cloud().requests().last().signature()).hasSize(40);
    }

    @Test
    void listsArePaged() {
        JsonNode page = list().query("PageNumber", "2").query("PageSize", "1").json();

        assertThat(page.at("/Data/TotalCount").asInt()).isEqualTo(2);
        assertThat(page.at("/Data/List")).hasSize(1);
    }

    static Stream<Arguments> refusedSignatures() {
        return Stream.of(
                spoiled("wrong key", 41602, call -> call.key = "other"),
                spoiled("unknown id", 41602, call -> call.id = "AKIDnobody"),
                spoiled("no form", 41602, call -> call.authorization = "TC3-HMAC-SHA256 x"),
                spoiled("names of the query missing", 41602, call -> call.names = ""),
                spoiled("other query than signed", 41602, call -> call.names = "organizationid;pagesize"),
                spoiled("span is over", 41601, call -> {
                    call.begin -= 100;
                    call.end -= 100;
                }),
                spoiled("span has not begun", 41601, call -> call.begin++),
                spoiled("token for long-term keys", 41602, call -> call.token = "t"),
                spoiled("temporary keys without token", 41602, call -> {
                    call.id = "AKIDtemporary";
                    call.key = "temporary-key";
                }),
                spoiled("temporary keys with another token", 41602, call -> {
                    call.id = "AKIDtemporary";
                    call.key = "temporary-key";
                    call.token = "another";
                }));
    }

    private static Arguments spoiled(String what, int code, Consumer<IssCall> spoil) {
        return Arguments.of(what, code, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedSignatures")
    void refusesASignature(String what, int code, Consumer<IssCall> spoil) {
        IssCall call = list();
        spoil.accept(call);

        assertThat(call.code()).isEqualTo(code);
    }

    @Test
    void takesTemporaryKeysWithTheirToken() {
        IssCall call = list();
        call.id = "AKIDtemporary";
        call.key = "temporary-key";
        call.token = "the-token";

        assertThat(call.code()).isEqualTo(200);
    }

    @Test
    void refusesPathsAndMethodsThatAreNotThere() {
        assertThat(new IssCall(cloud(), "GET", "/ivc/nowhere").send().statusCode())
                .isEqualTo(404);
        assertThat(new IssCall(cloud(), "DELETE", IMPORT).send().statusCode()).isEqualTo(405);
    }

    static Stream<Arguments> refusedParameters() {
        return Stream.of(
                wrong("in the body, not in the query", 40001, () -> list().body("{\"PageSize\":1}")),
                wrong("in the query, not in the body", 40001, () -> update().query("Name", "n")
                        .body("{}")),
                wrong("in one of two places", 40001, () -> update().query("Id", "d")
                        .body("{}")),
                wrong("with two values", 40001, () -> update().query("Id", "d").body("{\"Id\":\"e\"}")),
                wrong("unknown", 40001, () -> list().query("Nothing", "1")),
                wrong("missing", 40005, () -> new IssCall(cloud(), "GET", "/ivc/urm/resource/getUserResources")),
                wrong("of another type", 40001, () -> list().query("PageSize", "many")),
                wrong("out of its values", 40005, () -> list().query("Type", "9")),
                wrong("no JSON", 40001, () -> update().query("Id", "d").body("{")),
                wrong("a form for JSON", 40001, () -> update().query("Id", "d").body("text/plain", "{}")),
                wrong("JSON for a form", 40001, () -> new IssCall(cloud(), "POST", IMPORT).body("{}")),
                wrong("a broken form", 40001, () -> new IssCall(cloud(), "POST", IMPORT).body(FORM, "--b\r\nx")),
                wrong("a form without the file", 40005, () -> form(field("JobId", "j"), field("OrganizationId", "1"))),
                wrong(
                        "a text for a file",
                        40001,
                        () -> form(
                                field("JobId", "j"),
                                field("AccessProtocol", "1"),
                                field("OrganizationId", "1"),
                                field("File", "x"))),
                wrong("a part twice", 40001, () -> form(field("JobId", "j"), field("JobId", "k"))));
    }

    private static Arguments wrong(String what, int code, Supplier<IssCall> call) {
        return Arguments.of(what, code, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedParameters")
    void refusesParameters(String what, int code, Supplier<IssCall> call) {
        JsonNode refusal = call.get().json();

        assertThat(refusal.get("StatusCode").asInt()).as("%s", refusal).isEqualTo(code);
        assertThat(refusal.get("Code").asInt()).isZero();
        assertThat(refusal.get("Data").asText("-")).isEmpty();
    }

    @Test
    void keepsLengthAndHashOfAFile() {
        int code = importing().code();

        assertThat(code).isEqualTo(200);
        JsonNode file = cloud().requests().last().parameters().get("File");
        assertThat(file.get("name").asText()).isEqualTo("f");
        assertThat(file.get("length").asInt()).isEqualTo(3);
        assertThat(file.get("sha256").asText())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void answersOneActionWithoutEnvelope() {
        importing().code();

        JsonNode progress = new IssCall(cloud(), "GET", "/ivc/cms/device/import/progress")
                .query("JobId", "j")
                .json();

        assertThat(progress.has("State")).as("%s", progress).isTrue();
        assertThat(progress.has("StatusCode")).isFalse();
    }

    @Test
    void sendsAFileOfTheSizeAskedFor() {
        cloud().downloads(300);

        HttpResponse<byte[]> file = new IssCall(cloud(), "GET", "/ivc/cms/device/export/template")
                .query("AccessProtocol", "1")
                .send();

        assertThat(file.headers().firstValue("Content-Type")).contains("application/download");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"ExportDeviceTemplate.xlsx\"");
        assertThat(file.body()).hasSize(300).startsWith(0, 1, 2).endsWith(46, 47, 48);
    }

    @Test
    void speaksOfFaultsInItsOwnCodes() {
        cloud().faults().next(Fault.THROTTLE);
        cloud().faults().next(Fault.INTERNAL_ERROR);
        cloud().faults().next(Fault.EXPIRED_SIGNATURE);

        HttpResponse<byte[]> throttled = list().send();

        assertThat(throttled.statusCode()).isEqualTo(402);
        assertThat(new String(throttled.body(), StandardCharsets.UTF_8)).contains("42505");
        assertThat(list().code()).isEqualTo(50000);
        assertThat(list().code()).isEqualTo(41601);
        assertThat(list().code()).isEqualTo(200);
    }

    @Test
    void shufflesItsListsOnRequest() {
        JsonNode ordered = list().json().at("/Data/List");
        cloud().faults().next(Fault.ITEMS_SHUFFLED);

        JsonNode shuffled = list().json().at("/Data/List");

        assertThat(shuffled).isNotEqualTo(ordered).containsExactlyInAnyOrderElementsOf(ordered);
    }
}
