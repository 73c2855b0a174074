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
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.ValueLint;
import io.github.camelvideo.tools.cli.Tool;
import io.github.camelvideo.tools.definition.Examples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far the rules of an import agree with what people wrote, on the vendor's own files. These are not part of the project: the system
 * property {@code vendor.definitions} names a folder that has, for each API, a folder such as {@code live-2018-08-01.zh} with
 * {@code api.json} and {@code examples.json}.
 */
@EnabledIfSystemProperty(named = "vendor.definitions", matches = ".+")
class VendorDefinitionsTest {

    private static final Path BUILT_IN =
            Path.of("../camel-tencent-video/src/main/resources/io/github/camelvideo/tencent/catalog");

    @TempDir
    private Path folder;

    /** Of each figure, how many agree and how many there are. */
    private final Map<String, int[]> figures = new LinkedHashMap<>();

    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, CatalogFile> catalogs = new LinkedHashMap<>();
    private final Map<String, Path> definitions = new LinkedHashMap<>();

    @BeforeEach
    void find() throws IOException {
        for (CatalogFile file :
                CatalogFile.of(CatalogFinder.find(getClass().getClassLoader(), List.of(), "file:" + BUILT_IN))) {
            if (file.json().has("asOf")) {
                catalogs.put(file.id(), file);
                definitions.put(file.id(), definition(file.json()));
            }
        }
        assertThat(catalogs).containsOnlyKeys("iotvideoindustry", "iss-v3", "live", "mdl");
    }

    /** The largest, because the edition in another language may have less. */
    private static Path definition(JsonNode catalog) throws IOException {
        String service = catalog.path("endpoint").asText().split("\\.")[0];
        String name = service + "-" + catalog.path("version").asText();
        try (Stream<Path> folders = java.nio.file.Files.list(Path.of(System.getProperty("vendor.definitions")))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(name))
                    .map(folder -> folder.resolve("api.json"))
                    .max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow(() -> new AssertionError("There is no definition of " + name));
        }
    }

    @AfterEach
    void print() {
        figures.forEach((name, counts) -> System.out.println(name + ": " + counts[0] + " of " + counts[1]));
        disagreements.forEach(System.out::println);
    }

    private void count(String name, boolean agrees, String place) {
        int[] counts = figures.computeIfAbsent(name, any -> new int[2]);
        counts[0] += agrees ? 1 : 0;
        counts[1]++;
        if (!agrees) {
            disagreements.add(name + ": " + place);
        }
    }

    private JsonNode imported(String api) {
        Tool tool = Tool.run("import", definitions.get(api), "--api", api, "--out", folder, "--as-of", "2026-08-21");
        assertThat(tool.status()).as(tool.err()).isZero();
        return Files.json(Files.text(folder.resolve(api + ".json")));
    }

    /** The three that were written by hand before there was an import; what came with a later import has a date. */
    @Test
    void theRulesAgreeWithWhatWasWrittenByHand() {
        for (String api : List.of("live", "mdl", "iotvideoindustry")) {
            compare(api, catalogs.get(api).json(), imported(api));
        }

        assertThat(figures.get("mutates")).containsExactly(318, 318);
        assertThat(figures.get("required parameters")).satisfies(this::allAgree);
        assertThat(figures.get("required parameters")[1]).isGreaterThanOrEqualTo(1_114);
        assertThat(figures.get("types of parameters")).satisfies(this::allAgree);
        assertThat(figures.get("types of parameters")[1]).isGreaterThanOrEqualTo(1_114);
        assertThat(figures.get("types of fields")[0]).isGreaterThanOrEqualTo(1_138);
        assertThat(figures.get("paging")[0]).isGreaterThanOrEqualTo(317);
        assertThat(figures.get("paging that nobody wrote")).containsExactly(0, 0);
    }

    private void allAgree(int[] counts) {
        assertThat(counts[0]).isEqualTo(counts[1]);
    }

    private void compare(String api, JsonNode written, JsonNode imported) {
        figures.computeIfAbsent("paging that nobody wrote", any -> new int[2]);
        Map<String, JsonNode> actions = named(imported.path("actions"));
        for (JsonNode action : written.path("actions")) {
            String name = action.path("name").asText();
            JsonNode other = actions.get(name);
            if (action.has("addedIn") || other == null) {
                continue;
            }
            String place = api + "/" + name;
            count("mutates", action.path("mutates").equals(other.path("mutates")), place);
            count("paging", samePaging(action.path("paging"), other.path("paging")), place);
            if (!action.has("paging") && other.has("paging")) {
                count("paging that nobody wrote", false, place);
            }
            fields(place, action.path("request"), other.path("request"), "parameters");
            fields(place, action.path("response"), other.path("response"), "response fields");
        }
        written.path("types")
                .properties()
                .forEach(type -> fields(
                        api + "/" + type.getKey(),
                        type.getValue(),
                        imported.path("types").path(type.getKey()),
                        "fields"));
    }

    private static boolean samePaging(JsonNode written, JsonNode imported) {
        return Stream.of("style", "pageParameter", "sizeParameter", "firstPage", "total", "items", "outputToken")
                .allMatch(name -> written.path(name).equals(imported.path(name)));
    }

    private void fields(String place, JsonNode written, JsonNode imported, String what) {
        Map<String, JsonNode> others = named(imported);
        for (JsonNode field : written) {
            JsonNode other = others.get(field.path("name").asText());
            if (other != null) {
                String at = place + "." + field.path("name").asText();
                same("types of ", "type", field, other, what, at);
                same("required ", "required", field, other, what, at);
                same("secret ", "secret", field, other, what, at);
            }
        }
    }

    private void same(String prefix, String member, JsonNode field, JsonNode other, String what, String at) {
        count(prefix + what, field.path(member).equals(other.path(member)), at);
    }

    private static Map<String, JsonNode> named(JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        list.forEach(element -> named.put(element.path("name").asText(), element));
        return named;
    }

    @Test
    void anotherImportOverTheBuiltInCatalogsLosesNothing() throws IOException {
        for (String api : catalogs.keySet()) {
            String before = Files.text(BUILT_IN.resolve(api + ".json"));
            Files.write(folder.resolve(api + ".json"), before);
            imported(api);

            assertThat(Files.text(folder.resolve(api + ".json"))).as(api).isEqualTo(before);
        }
    }

    @Test
    void importedCatalogsOfAllDefinitionsHaveNoProblems() throws IOException {
        try (Stream<Path> folders = java.nio.file.Files.list(Path.of(System.getProperty("vendor.definitions")))) {
            for (Path each : folders.filter(java.nio.file.Files::isDirectory).toList()) {
                Path out = folder.resolve(each.getFileName().toString());
                Tool tool = Tool.run("import", each.resolve("api.json"), "--out", out, "--texts");
                assertThat(tool.status()).as(tool.err()).isZero();
                Tool check = Tool.run("check", out);
                assertThat(check.out()).contains("no problems");
                assertThat(Tool.run("diff", each.resolve("api.json"), out.resolve(api(out)))
                                .status())
                        .isZero();
            }
        }
    }

    private static String api(Path folder) throws IOException {
        try (Stream<Path> files = java.nio.file.Files.list(folder)) {
            return files.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void theVendorsExamplesFitWhatIsImported() {
        for (String api : catalogs.keySet()) {
            JsonNode empty = Files.json("{}");
            var catalog = CatalogFile.api(api, imported(api), empty, empty);
            Examples.beside(definitions.get(api)).forEach((name, examples) -> {
                var action = catalog.action(name);
                for (Examples.Example example : examples) {
                    if (action != null && example.request() != null) {
                        List<String> findings = ValueLint.object(catalog, name, action.parameters(), example.request());
                        count("examples of requests", findings.isEmpty(), api + " " + findings);
                    }
                }
            });
        }

        assertThat(figures.get("examples of requests")).satisfies(this::allAgree);
        assertThat(figures.get("examples of requests")[0]).isGreaterThanOrEqualTo(392);
    }

    @Test
    void theLargestFileNeedsLittleTimeAndMemory() {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        imported("live");
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        long begin = System.nanoTime();

        imported("live");

        long milliseconds = (System.nanoTime() - begin) / 1_000_000;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println("import of live (" + definitions.get("live").toFile().length() / 1_000 + " kB): "
                + milliseconds + " ms, at most " + (peak - before) / 1_000_000 + " MB of heap");
        assertThat(peak - before).isLessThan(256_000_000);
    }
}
