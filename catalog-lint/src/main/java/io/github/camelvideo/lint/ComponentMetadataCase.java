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
package io.github.camelvideo.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.binding.HeaderNames;
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

/** What tools learn about a component: the tests that hold for every one of them. A component's own test adds what it alone has. */
public abstract class ComponentMetadataCase {

    private static final List<String> CALL_OPTIONS = List.of(
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

    private final JsonNode metadata;
    private final List<String> ownCallOptions;
    private final List<String> secrets;
    private final Class<?> constants;
    private final HeaderNames headers;

    /**
     * @param resource the metadata on the class path
     * @param ownCallOptions options about calls that this component has besides those of all
     * @param secrets options that are secret
     * @param constants names of the headers
     * @param headers the same names, as the engine has them
     */
    protected ComponentMetadataCase(
            String resource,
            List<String> ownCallOptions,
            List<String> secrets,
            Class<?> constants,
            HeaderNames headers) {
        this.metadata = read(resource);
        this.ownCallOptions = ownCallOptions;
        this.secrets = secrets;
        this.constants = constants;
        this.headers = headers;
    }

    /** The whole document. */
    protected JsonNode metadata() {
        return metadata;
    }

    @Test
    void componentAndEndpointHaveTheOptionsOfTheDesign() {
        assertThat(names("componentProperties"))
                .containsAll(CALL_OPTIONS)
                .containsAll(ownCallOptions)
                .contains("clock");
        assertThat(names("properties"))
                .containsAll(CALL_OPTIONS)
                .containsAll(ownCallOptions)
                .containsAll(FEED_OPTIONS)
                .contains("action")
                .doesNotContain("clock");
    }

    @Test
    void secretsAreMarked() {
        assertThat(secrets("componentProperties")).containsExactlyInAnyOrderElementsOf(secrets);
        List<String> ofEndpoints = new ArrayList<>(secrets);
        ofEndpoints.addAll(secretsOfEndpoints());
        assertThat(secrets("properties")).containsExactlyInAnyOrderElementsOf(ofEndpoints);
    }

    /** Secret options that only endpoints have. */
    protected List<String> secretsOfEndpoints() {
        return List.of();
    }

    private List<String> secrets(String place) {
        return names(place).stream()
                .filter(name ->
                        metadata.at("/" + place + "/" + name + "/secret").asBoolean())
                .toList();
    }

    @Test
    void durationsAndEnumsAreTyped() {
        for (String name :
                List.of("callTimeout", "connectTimeout", "readTimeout", "lookback", "gracePeriod", "window")) {
            assertThat(metadata.at("/properties/" + name + "/type").asText()).isEqualTo("duration");
        }
        for (String name : List.of("validation", "paging", "mode")) {
            requireEnum(name);
        }
    }

    /** That an option of the endpoint is one of several named values. */
    protected void requireEnum(String name) {
        assertThat(metadata.at("/properties/" + name + "/type").asText()).isEqualTo("enum");
        assertThat(metadata.at("/properties/" + name + "/enum").size()).isGreaterThan(1);
    }

    @Test
    void actionParametersMayStandInTheUri() {
        assertThat(metadata.at("/component/lenientProperties").asBoolean()).isTrue();
        assertThat(metadata.at("/component/async").asBoolean()).isTrue();
    }

    @Test
    void everyOptionIsDescribed() {
        for (String place : List.of("componentProperties", "properties", "headers")) {
            assertThat(metadata.get(place))
                    .allSatisfy(option ->
                            assertThat(option.path("description").asText()).isNotBlank());
        }
    }

    @Test
    void headersAreDeclaredAndNamedAsTheEngineNamesThem() throws Exception {
        List<String> declared = new ArrayList<>();
        for (Field constant : constants.getFields()) {
            assertThat(Modifier.isFinal(constant.getModifiers())).isTrue();
            assertThat(constant.getAnnotation(Metadata.class))
                    .as(constant.getName())
                    .isNotNull();
            declared.add((String) constant.get(null));
        }
        List<String> used = new ArrayList<>();
        for (RecordComponent name : HeaderNames.class.getRecordComponents()) {
            used.add((String) name.getAccessor().invoke(headers));
        }

        assertThat(declared).containsExactlyInAnyOrderElementsOf(used);
        assertThat(names("headers")).containsExactlyInAnyOrderElementsOf(used);
        assertThat(used).allMatch(name -> name.startsWith("Camel"));
    }

    private List<String> names(String place) {
        return metadata.get(place).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read(String resource) {
        try (InputStream document = ComponentMetadataCase.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
