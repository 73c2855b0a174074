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
package io.github.camelvideo.tencent.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.protocol.WireBody;
import io.github.camelvideo.protocol.WireRequest;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssProtocolTest {

    private static final String HOST = "ivc.myqcloud.com";
    private static final Instant NOW = Instant.ofEpochSecond(1_671_038_349);
    private static final Credentials KEY = new Credentials("AKIDid", "secret");

    private final IssProtocol protocol = new IssProtocol(() -> "camel-video-1");

    @Test
    void sendsAReadAsAQuery() {
        // when
        WireRequest request =
                encode("ListDevices", "{\"OrganizationId\":\"测 1\",\"PageSize\":20,\"IsContainSubLevel\":true}");

        // then
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/ivc/urm/resource/getUserResources");
        assertThat(request.query()).isEqualTo("OrganizationId=%E6%B5%8B%201&PageSize=20&IsContainSubLevel=true");
        assertThat(request.contentType()).isNull();
        assertThat(request.body()).isNull();
        assertThat(request.headers()).containsOnlyKeys("Authorization");
    }

    @Test
    void signsTheHostItIsSentToAndTheQuery() {
        // when
        WireRequest request =
                protocol.encode(call("ListDevices", "{\"OrganizationId\":\"0\"}"), "127.0.0.1:8080", KEY, NOW);

        // then
        String expected = QSigner.at(NOW, KEY)
                .authorization("GET", request.path(), Map.of("OrganizationId", "0"), Map.of("host", "127.0.0.1:8080"));
        assertThat(request.headers()).containsEntry("Authorization", expected);
        assertThat(expected).contains("q-header-list=host&q-url-param-list=organizationid&");
    }

    @Test
    void sendsAWriteAsJson() throws IOException {
        // given
        ApiCall call = call("AddDevice", "{\"Name\":\"测\",\"None\":[]}");
        call.parameters().set("Rate", DecimalNode.valueOf(new BigDecimal("1.10")));

        // when
        WireRequest request = protocol.encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.query()).isNull();
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(Cases.text(request)).isEqualTo("{\"Name\":\"测\",\"None\":[],\"Rate\":1.10}");
    }

    @Test
    void sendsInBothPlacesWhatTravelsInBoth() throws IOException {
        // when
        WireRequest request = encode("UpdateDevice", "{\"Id\":\"d-1\",\"Name\":\"gate\"}");

        // then
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.query()).isEqualTo("Id=d-1");
        assertThat(Cases.text(request)).isEqualTo("{\"Id\":\"d-1\",\"Name\":\"gate\"}");
    }

    @Test
    void sendsNoBodyWithAWriteWhoseParametersAreAllInTheQuery() {
        // when
        WireRequest request = encode("UpdateAITaskStatus", "{\"TaskId\":\"t\",\"Status\":\"on\"}");

        // then
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.query()).isEqualTo("TaskId=t&Status=on");
        assertThat(request.body()).isNull();
        assertThat(request.contentType()).isNull();
    }

    @Test
    void sendsAnEmptyObjectWhereABodyIsDeclaredAndNothingGiven() throws IOException {
        assertThat(Cases.text(encode("ExportDevices", "{}"))).isEqualTo("{}");
    }

    @Test
    void sendsUndeclaredParametersTheWayOfTheOthers() throws IOException {
        assertThat(encode("ListDevices", "{\"New\":\"1\"}").query()).isEqualTo("New=1");
        assertThat(Cases.text(encode("AddDevice", "{\"New\":\"1\"}"))).isEqualTo("{\"New\":\"1\"}");
    }

    @Test
    void sendsTheTokenOfTemporaryCredentials() {
        // when
        WireRequest request = protocol.encode(
                call("ListDevices", "{}"), HOST, new Credentials("AKIDid", "secret", "to/ken", null), NOW);

        // then
        assertThat(request.headers()).containsEntry("x-iss-security-token", "to/ken");
        assertThat(request.query()).isNull();
    }

    @Test
    void sendsAFormOfFieldsAndAFile() throws IOException {
        // given
        ApiCall call = call("ImportDevices", "{\"JobId\":\"j\",\"AccessProtocol\":\"1\"}");
        call.parameters().setAll(files(call, "PK".getBytes(StandardCharsets.UTF_8), "a\"b\r\n测.xlsx"));

        // when
        WireRequest request = protocol.encode(call, HOST, KEY, NOW);

        // then
        assertThat(request.contentType()).isEqualTo("multipart/form-data; boundary=camel-video-1");
        assertThat(((WireBody.Multipart) request.body()).boundary()).isEqualTo("camel-video-1");
        assertThat(parts(request))
                .containsExactly(
                        "JobId|null|null|1|j",
                        "AccessProtocol|null|null|1|1",
                        "File|a\"b\r\n测.xlsx|application/octet-stream|2|PK");
    }

    @Test
    void aStreamHasNoLengthAndAFileWithoutANameTakesThatOfItsParameter() throws IOException {
        // given
        ApiCall call = call("AddDomain", "{}");
        InputStream cert = new ByteArrayInputStream("cert".getBytes(StandardCharsets.UTF_8));
        call.parameters().setAll(files(call, Map.of("Cert", cert), null));
        call.parameters().setAll(files(call, Map.of("Key", "key"), null));

        // when
        WireRequest request = protocol.encode(call, HOST, KEY, NOW);

        // then
        assertThat(parts(request))
                .containsExactly(
                        "Cert|Cert|application/octet-stream|-1|cert", "Key|Key|application/octet-stream|3|key");
    }

    @Test
    void refusesAFormWithoutParts() {
        assertThatThrownBy(() -> encode("ImportDevices", "{}"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("iss/ImportDevices: not sent: a form must have at least one parameter");
    }

    @Test
    void refusesWhatAQueryCannotCarry() {
        for (String value : List.of("[1]", "{}", "null")) {
            assertThatThrownBy(() -> encode("ListDevices", "{\"Keyword\":" + value + "}"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("iss/ListDevices: not sent: parameter 'Keyword' is sent in the query");
        }
    }

    @Test
    void refusesAnActionWithoutMethodAndPath() {
        // given
        ApiCall known = call("ListDevices", "{}");
        Action unknown = Action.undocumented("DescribeNew", Action.RegionRule.NONE, List.of());

        // then
        assertThatThrownBy(() ->
                        protocol.encode(new ApiCall(known.api(), unknown, ExactJson.object(), null), HOST, KEY, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("iss/DescribeNew: not sent: no method and path are known");
    }

    private WireRequest encode(String action, String parameters) {
        return protocol.encode(call(action, parameters), HOST, KEY, NOW);
    }

    private static ApiCall call(String action, String parameters) {
        return Cases.call("iss", action, parameters);
    }

    /** Parameters as a route's message gives them. */
    private static ObjectNode files(ApiCall call, Object body, String fileName) {
        return new RequestParameters(call.name(), call.api(), call.action(), Validation.OFF, Map.of())
                .parameters(Map.of(), body, fileName, null);
    }

    /** Each part as {@code name|file name|content type|length|content}. */
    private static List<String> parts(WireRequest request) throws IOException {
        List<String> parts = new ArrayList<>();
        for (WireBody.Part part : ((WireBody.Multipart) request.body()).parts()) {
            try (InputStream content = part.content().open()) {
                parts.add(String.join(
                        "|",
                        part.name(),
                        part.fileName(),
                        part.contentType(),
                        Long.toString(part.length()),
                        new String(content.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return parts;
    }
}
