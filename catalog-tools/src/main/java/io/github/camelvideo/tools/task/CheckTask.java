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
package io.github.camelvideo.tools.task;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.lint.AnswerShape;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.lint.CatalogLint;
import io.github.camelvideo.lint.CatalogSchema;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.JsonFile;
import io.github.camelvideo.tools.rules.ImportRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks catalogs as they are used: each base with what is merged over it. */
public final class CheckTask {

    private final ImportRules rules = ImportRules.builtIn();
    private final Map<Path, CatalogDocument> documents = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CheckTask() {}

    /**
     * What was checked.
     *
     * @param apis ids of the APIs
     * @param problems what is wrong, each with its place; empty if nothing is
     */
    public record Result(List<String> apis, List<String> problems) {}

    /**
     * Checks the documents in folders, and those of single files with the documents of the same API beside them. Documents of one API
     * may come from several places: a later base replaces an earlier one, everything else is merged in this order.
     *
     * @throws DocumentException if there is no such file, or it cannot be a document of a catalog
     */
    public static Result run(Collection<Path> places) {
        CheckTask task = new CheckTask();
        places.forEach(task::collect);
        return task.check();
    }

    private void collect(Path place) {
        if (Files.isDirectory(place)) {
            if (beside(place, null) == 0) {
                throw new DocumentException(
                        place + ": there is no catalog in the folder. Give one with files such as my-api.json.");
            }
            return;
        }
        CatalogDocument document = document(place);
        if (!Files.exists(place)) {
            throw new DocumentException(place + ": does not exist.");
        }
        if (document == null) {
            throw new DocumentException(
                    place + ": cannot be a document of a catalog. Its name must be such as my-api.json or"
                            + " my-api.overlay.json.");
        }
        beside(place.toAbsolutePath().getParent(), document.api());
    }

    /** @param api of which documents are taken, or null for all */
    private int beside(Path folder, String api) {
        int found = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                CatalogDocument document = document(file);
                if (document != null && (api == null || document.api().equals(api))) {
                    documents.put(file.toAbsolutePath().normalize(), document);
                    found++;
                }
            }
        } catch (IOException e) {
            throw new DocumentException(folder + ": cannot be read (" + e + ").", e);
        }
        return found;
    }

    private static CatalogDocument document(Path file) {
        return file.getFileName() == null
                ? null
                : CatalogDocument.of(file.getFileName().toString(), file.toString(), () -> Files.newInputStream(file));
    }

    private Result check() {
        Set<String> apis = new LinkedHashSet<>();
        documents.values().forEach(document -> apis.add(document.api()));
        apis.forEach(api -> check(
                api,
                documents.entrySet().stream()
                        .filter(document -> document.getValue().api().equals(api))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new))));
        return new Result(List.copyOf(apis), List.copyOf(problems));
    }

    private void check(String api, Map<Path, CatalogDocument> parts) {
        List<CatalogDocument> all = new ArrayList<>(parts.values());
        if (!hasBase(all)) {
            all.addAll(0, builtIn(api));
        }
        if (!hasBase(all)) {
            parts.values()
                    .forEach(part -> problems.add(part + ": there is no base " + api
                            + ".json to go with it. Put it into the folder, or give it before this file."));
            return;
        }
        try {
            // says place and bounds of what is no JSON
            parts.keySet().forEach(JsonFile::load);
            for (CatalogFile file : CatalogFile.of(all)) {
                check(file);
            }
        } catch (DocumentException e) {
            problems.add(e.getMessage());
        } catch (CatalogException | IOException e) {
            problems.add(api + ": " + e.getMessage());
        }
    }

    private static boolean hasBase(List<CatalogDocument> documents) {
        return documents.stream().anyMatch(document -> document.part() == CatalogDocument.Part.BASE);
    }

    /** What a user adds to an API of this project is checked with the documents that it is merged over. */
    private static List<CatalogDocument> builtIn(String api) {
        return KnownComponent.builtInDocuments().stream()
                .filter(document -> document.api().equals(api))
                .toList();
    }

    private void check(CatalogFile file) {
        int before = problems.size();
        String declared = file.json().path("api").asText();
        if (!declared.equals(file.id())) {
            problems.add(file.id() + ".json: api: must be '" + file.id() + "' as the file is called, but is '"
                    + declared + "'. Correct it, or rename the file.");
        }
        add(file.id() + ".json: ", CatalogSchema.findings(file.json()));
        if (!file.feeds().isEmpty()) {
            add(file.id() + ".feeds.json: ", CatalogSchema.feedFindings(file.feeds()));
        }
        if (file.hasCallbacks()) {
            add(file.id() + ".callbacks.json: ", CatalogSchema.callbackFindings(file.callbacks()));
        }
        file.withoutBase()
                .forEach(place -> problems.add(file.id() + ".overlay.json: " + place
                        + ": the base has nothing of this name. Correct the name, or remove it."));
        if (problems.size() == before) {
            lint(file);
        }
    }

    /** What fits its schema can be read as a catalog. */
    private void lint(CatalogFile file) {
        ApiCatalog api = file.api();
        String unwrapped = rules.unwrapped(api.protocol());
        file.feeds().path("feeds").properties().stream()
                .map(Map.Entry::getKey)
                .filter(action -> api.action(action) == null)
                .forEach(action -> problems.add(file.id() + ".feeds.json: feeds/" + action
                        + ": the base has no action of this name. Correct the name, or remove it."));
        add(
                file.id() + ": ",
                CatalogLint.findings(api, unwrapped == null ? AnswerShape.WHOLE : AnswerShape.valueOf(unwrapped)));
    }

    private void add(String place, List<String> findings) {
        findings.forEach(finding -> problems.add(place + finding));
    }
}
