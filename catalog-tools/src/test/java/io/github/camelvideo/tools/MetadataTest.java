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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.tencent.TencentVideoComponent;
import io.github.camelvideo.tools.cli.Tool;
import io.github.camelvideo.tools.component.KnownComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.suggest.CatalogSuggestionStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Camel's own validation with the metadata that the command {@code metadata} writes. */
class MetadataTest {

    @TempDir
    private Path folder;

    private CamelCatalog camel;

    @BeforeEach
    void createCatalog() {
        camel = new DefaultCamelCatalog(true);
        camel.setSuggestionStrategy(new CatalogSuggestionStrategy());
    }

    @ParameterizedTest
    @EnumSource(KnownComponent.class)
    void everyUriThatTheComponentTakesIsValid(KnownComponent component) throws Exception {
        write(component);
        List<String> problems = new ArrayList<>();
        List<String> uris = new ArrayList<>();
        forEachAction(component, (api, action) -> {
            String path = component.path(api.id()) + action.name();
            String query = AnyValue.query(api, AnyValue.parameters(action));
            uris.add(path);
            uris.add(path + "?maxRetries=1" + (query.isEmpty() ? "" : "&" + query) + region(action));
            parts(action).forEach(part -> uris.add(path + "?validation=OFF&" + part + "=x"));
        });

        for (String uri : uris) {
            EndpointValidationResult result = camel.validateEndpointProperties(uri);
            if (!result.isSuccess()) {
                problems.add(uri + ": " + result.summaryErrorMessage(false));
            }
        }

        assertThat(problems).isEmpty();
        // the component itself takes each of them: so none is invalid to both
        CamelContext context = new DefaultCamelContext();
        TencentVideoComponent tencent = new TencentVideoComponent();
        tencent.getConfiguration().setAppId("1251000000");
        tencent.getConfiguration().setApiKey("EXAMPLEKEY");
        context.addComponent("tencent-video", tencent);
        uris.stream()
                .filter(uri -> uri.contains("?") && !uri.contains("validation=OFF"))
                .forEach(uri -> assertThat(context.getEndpoint(uri)).isNotNull());
        context.close();
    }

    @ParameterizedTest
    @EnumSource(KnownComponent.class)
    void aMisspelledParameterOfAnyActionIsReported(KnownComponent component) {
        write(component);
        forEachAction(component, (api, action) -> {
            String path = component.path(api.id()) + action.name();
            for (Field field : action.parameters().values()) {
                EndpointValidationResult result = camel.validateEndpointProperties(path + "?" + field.name() + "s=1");
                if (!action.parameters().containsKey(field.name() + "s")) {
                    assertThat(result.getUnknown()).as(path).containsExactly(field.name() + "s");
                    assertThat(result.getUnknownSuggestions().get(field.name() + "s"))
                            .as(path)
                            .isNotEmpty();
                }
            }
        });
    }

    @Test
    void aParameterOfAnotherActionIsUnknown() {
        write(KnownComponent.TENCENT_VIDEO);

        assertThat(problem("tencent-video:live/DescribeLiveStreamState?StreamName=x"))
                .isEmpty();
        assertThat(problem("tencent-video:live/DescribeLiveDomain?StreamName=x"))
                .contains("StreamName Unknown option");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live/DescribeLiveStreamState?StreamNam=x | StreamNam Unknown option. Did you mean: [StreamName,",
                "live/DescribeBillBandwidthAndFluxList?MainlandOrOversea=Moon | Invalid enum value: Moon. Possible values: [Mainland, Oversea]",
                "live/DescribeLiveStreamSate | action Invalid enum value: DescribeLiveStreamSate.",
                "lve/DescribeLiveStreamState | api Invalid enum value: lve. Possible values: [iotvideoindustry, iss,",
                "live | action Missing required option",
                "live/DescribeLiveStreamOnlineList?PageSize=often | PageSize Invalid integer value: often",
                "live/DescribeLiveStreamOnlineList?maxRetries=often | maxRetries Invalid integer value: often",
            })
    void aWrongUriIsExplained(String uri, String words) {
        write(KnownComponent.TENCENT_VIDEO);

        assertThat(problem("tencent-video:" + uri)).contains(words);
    }

    @Test
    void aComponentWhosePathIsTheActionAloneIsAsExact() {
        write(KnownComponent.ALIYUN_LINKVISUAL);

        assertThat(problem("aliyun-linkvisual:QueryDeviceEvents"))
                .contains("action Invalid enum value: QueryDeviceEvents.", "QueryDeviceEvent,");
        assertThat(problem("aliyun-linkvisual:QueryDeviceEvent?BeginTim=1"))
                .contains("BeginTim Unknown option. Did you mean: [BeginTime,");
        assertThat(problem("aliyun-linkvisual:QueryDeviceEvent?IotId=x")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(KnownComponent.class)
    void withRequiredAUriMustHaveWhatNeitherVendorNorFeedDoesWithout(KnownComponent component) {
        write(component, "--required");
        forEachAction(component, (api, action) -> {
            String path = component.path(api.id()) + action.name();
            List<Field> required = action.parameters().values().stream()
                    .filter(Field::required)
                    .toList();

            EndpointValidationResult complete =
                    camel.validateEndpointProperties(path + "?" + AnyValue.query(api, required));
            EndpointValidationResult empty = camel.validateEndpointProperties(path);

            assertThat(complete.isSuccess())
                    .as(complete.summaryErrorMessage(false))
                    .isTrue();
            if (action.feed() == null) {
                assertThat(empty.getRequired() == null ? List.of() : empty.getRequired())
                        .as(path)
                        .hasSameSizeAs(required);
            }
        });
    }

    @Test
    void whatAFeedSetsItselfIsNotRequiredOfItsUri() {
        write(KnownComponent.ALIYUN_LINKVISUAL, "--required");

        EndpointValidationResult feed =
                camel.validateEndpointProperties("aliyun-linkvisual:QueryDeviceEvent?forEach=IotId&forEachIn=a,b");
        EndpointValidationResult call = camel.validateEndpointProperties("aliyun-linkvisual:QueryDeviceEventPicture");

        assertThat(feed.isSuccess()).as(feed.summaryErrorMessage(false)).isTrue();
        assertThat(call.summaryErrorMessage(false)).contains("Missing required option");
    }

    @Test
    void anImportedApiIsKnownLikeTheBuiltInOnes() {
        Tool.run("import", Files.TENCENT, "--out", folder);

        Tool tool = Tool.run(
                "metadata", "tencent-video", "--catalogs", "file:" + folder, "--out", folder.resolve("metadata.json"));

        assertThat(tool.err()).isEmpty();
        assertThat(tool.out()).contains("APIs, ", " actions -> " + folder.resolve("metadata.json"));
        add(KnownComponent.TENCENT_VIDEO, folder.resolve("metadata.json"));
        assertThat(camel.validateEndpointProperties("tencent-video:cinema/DescribeHalls")
                        .isSuccess())
                .isTrue();
        assertThat(camel.validateEndpointProperties("tencent-video:cinema/DescribeHalls?Hal=1")
                        .getUnknown())
                .containsExactly("Hal");
        assertThat(camel.validateEndpointProperties("tencent-video:live/DescribeLiveStreamState?StreamName=x")
                        .isSuccess())
                .isTrue();
    }

    @Test
    void secretsAreMarkedSoThatToolsMaskAndProtectThem() throws Exception {
        write(KnownComponent.TENCENT_VIDEO);

        String uri = camel.asEndpointUri(
                "tencent-video", new HashMap<>(Map.of("api", "live", "action", "X", "secretKey", "a&b")), false);

        assertThat(uri).isEqualTo("tencent-video:live/X?secretKey=RAW(a&b)");
        assertThat(camel.componentModel("tencent-video").getApiOptions().stream()
                        .flatMap(api -> api.getMethods().stream())
                        .flatMap(method -> method.getOptions().stream())
                        .filter(BaseOptionModel::isSecret))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata tencent | 'tencent' is not a component of Camel Video. Use tencent-video or aliyun-linkvisual.",
                "metadata tencent-video --catalogs file:nowhere | --catalogs",
                "metadata | Missing required parameter: 'SCHEME'"
            })
    void aWrongCommandIsExplained(String command, String words) {
        Tool tool = Tool.run((Object[]) command.split(" "));

        assertThat(tool.status()).isEqualTo(2);
        assertThat(tool.err()).contains(words).doesNotContain("\tat ");
    }

    /** What Camel says is wrong, in one line; empty for a valid URI. */
    private String problem(String uri) {
        EndpointValidationResult result = camel.validateEndpointProperties(uri);
        return result.isSuccess() ? "" : result.summaryErrorMessage(false).replaceAll("\\s+", " ");
    }

    private void write(KnownComponent component, String... options) {
        List<Object> command = new ArrayList<>(List.of("metadata", component.scheme(), "--out", folder));
        command.addAll(List.of(options));
        Tool tool = Tool.run(command.toArray());
        assertThat(tool.status()).as(tool.err()).isZero();
        add(component, folder.resolve(component.scheme() + ".json"));
    }

    private void add(KnownComponent component, Path metadata) {
        camel.addComponent(component.scheme(), "io.github.camelvideo.Any", read(metadata));
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forEachAction(KnownComponent component, BiConsumer<ApiCatalog, Action> check) {
        Catalogs catalogs = component.catalogs(null);
        catalogs.ids().stream()
                .map(catalogs::get)
                .forEach(api -> api.actions().values().forEach(action -> check.accept(api, action)));
    }

    private static String region(Action action) {
        return action.region() == Action.RegionRule.REQUIRED
                ? "&region=" + action.regions().get(0)
                : "";
    }

    /** Names in the vendors' dotted notation of lists and structures. */
    private static Stream<String> parts(Action action) {
        Set<String> names = action.parameters().keySet();
        return names.stream().anyMatch(name -> name.contains("."))
                ? Stream.empty()
                : action.parameters().values().stream()
                        .filter(field -> !field.type().isScalar())
                        .map(field -> field.name() + ".1.Part");
    }
}
