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
package io.github.camelvideo.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.HeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.Metadata;
import org.junit.jupiter.api.Test;

/** What tools learn about the component. */
class MetadataTest {

    private static final JsonNode METADATA = read("/META-INF/io/github/camelvideo/aliyun/aliyun-linkvisual.json");

    private static final List<String> SECRETS =
            List.of("accessKeyId", "accessKeySecret", "securityToken", "proxyPassword");

    private static final List<String> CALL_OPTIONS = List.of(
            "accessKeyId",
            "accessKeySecret",
            "securityToken",
            "iotInstanceId",
            "credentialsProvider",
            "region",
            "endpointUrl",
            "allowHttp",
            "validation",
            "outputType",
            "paging",
            "maxItems",
            "maxRetries",
            "callTimeout",
            "rateLimit",
            "connectTimeout",
            "readTimeout",
            "proxyHost",
            "proxyPort",
            "sslContextParameters",
            "okHttpClient");

    private static final List<String> FEED_OPTIONS = List.of(
            "mode",
            "startFrom",
            "lookback",
            "gracePeriod",
            "window",
            "pageSize",
            "timeZone",
            "offsetRepository",
            "offsetKey",
            "acknowledge",
            "onFailure",
            "maxRedeliveries",
            "maxMessagesPerPoll",
            "forEach",
            "forEachIn",
            "forEachInBody",
            "delay",
            "initialDelay",
            "greedy",
            "backoffMultiplier",
            "pollStrategy");

    @Test
    void componentAndEndpointHaveTheOptionsOfTheDesign() {
        assertThat(names("componentProperties")).containsAll(CALL_OPTIONS).contains("clock");
        assertThat(names("properties"))
                .containsAll(CALL_OPTIONS)
                .containsAll(FEED_OPTIONS)
                .contains("action")
                .doesNotContain("clock");
    }

    @Test
    void secretsAreMarked() {
        for (String place : List.of("componentProperties", "properties")) {
            List<String> marked = names(place).stream()
                    .filter(name ->
                            METADATA.at("/" + place + "/" + name + "/secret").asBoolean())
                    .toList();

            assertThat(marked).containsExactlyInAnyOrderElementsOf(SECRETS);
        }
    }

    @Test
    void durationsAndEnumsAreTyped() {
        for (String name :
                List.of("callTimeout", "connectTimeout", "readTimeout", "lookback", "gracePeriod", "window")) {
            assertThat(METADATA.at("/properties/" + name + "/type").asText()).isEqualTo("duration");
        }
        for (String name : List.of("validation", "paging", "mode", "onFailure")) {
            assertThat(METADATA.at("/properties/" + name + "/type").asText()).isEqualTo("enum");
            assertThat(METADATA.at("/properties/" + name + "/enum").size()).isGreaterThan(1);
        }
    }

    @Test
    void actionParametersMayStandInTheUri() {
        assertThat(METADATA.at("/component/lenientProperties").asBoolean()).isTrue();
        assertThat(METADATA.at("/component/syntax").asText()).isEqualTo("aliyun-linkvisual:action");
        assertThat(METADATA.at("/component/async").asBoolean()).isTrue();
    }

    @Test
    void everyOptionIsDescribed() {
        for (String place : List.of("componentProperties", "properties", "headers")) {
            assertThat(METADATA.get(place))
                    .allSatisfy(option ->
                            assertThat(option.path("description").asText()).isNotBlank());
        }
    }

    @Test
    void headersAreDeclaredAndNamedAsTheEngineNamesThem() throws Exception {
        List<String> constants = new ArrayList<>();
        for (Field constant : AliyunLinkVisualConstants.class.getFields()) {
            assertThat(Modifier.isFinal(constant.getModifiers())).isTrue();
            assertThat(constant.getAnnotation(Metadata.class))
                    .as(constant.getName())
                    .isNotNull();
            constants.add((String) constant.get(null));
        }
        HeaderNames names = new AliyunLinkVisualComponent().headerNames();
        List<String> used = new ArrayList<>();
        for (RecordComponent name : HeaderNames.class.getRecordComponents()) {
            used.add((String) name.getAccessor().invoke(names));
        }

        assertThat(constants).containsExactlyInAnyOrderElementsOf(used);
        assertThat(names("headers")).containsExactlyInAnyOrderElementsOf(used);
        assertThat(used).allMatch(name -> name.startsWith("CamelAliyunLinkVisual"));
    }

    private static List<String> names(String place) {
        return METADATA.get(place).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read(String resource) {
        try (InputStream document = MetadataTest.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
