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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The APIs that a component or a simulator knows, each made of one or several documents. Documents are listed at once and read when
 * their API is asked for, so that a broken one stops only who uses it.
 *
 * <p>Of several base documents of an API the last one counts. The others are merged in their order, see {@link CatalogMerge}.
 *
 * <p>Any thread may ask; an API is read once.
 */
public final class Catalogs {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogs.class);

    /** Entries that a warning shows. */
    private static final int MOST_SHOWN = 10;

    private final Map<String, CatalogDocument> bases = new LinkedHashMap<>();
    private final List<CatalogDocument> others;
    private final Map<String, CatalogReader.Result> loaded = new ConcurrentHashMap<>();

    /** @param documents what there is, the later ones over the earlier ones */
    public Catalogs(Collection<CatalogDocument> documents) {
        for (CatalogDocument document : documents) {
            if (document.part() == CatalogDocument.Part.BASE) {
                CatalogDocument replaced = bases.put(document.api(), document);
                if (replaced != null) {
                    LOG.info("API '{}' is read from {}, which replaces {}", document.api(), document, replaced);
                }
            }
        }
        others = documents.stream()
                .filter(document -> document.part() != CatalogDocument.Part.BASE)
                .toList();
        Set<String> withoutBase = new LinkedHashSet<>();
        others.stream()
                .filter(document -> !bases.containsKey(document.api()))
                .forEach(document -> withoutBase.add(document.place()));
        if (!withoutBase.isEmpty()) {
            LOG.warn("{} are ignored because their API has no base document. Add <api>.json.", withoutBase);
        }
    }

    /** Those that jars on the class path list for some components, see {@link CatalogFinder}. */
    public static Catalogs ofClassPath(String... schemes) {
        return new Catalogs(CatalogFinder.find(Catalogs.class.getClassLoader(), List.of(schemes), null));
    }

    /** The APIs there are, without reading any. */
    public List<String> ids() {
        return List.copyOf(bases.keySet());
    }

    /**
     * The catalog of an API.
     *
     * @throws CatalogException when there is no such API, naming the nearest, or one of its documents cannot be read
     */
    public ApiCatalog get(String id) {
        return result(id).api();
    }

    /**
     * Places of entries in the documents of an API that its base does not have, such as {@code actions/DescribeX/request/Limit}. They are
     * left out.
     *
     * @throws CatalogException as {@link #get} does
     */
    public List<String> withoutBase(String id) {
        return result(id).withoutBase();
    }

    private CatalogReader.Result result(String id) {
        if (!bases.containsKey(id)) {
            throw new CatalogException(
                    "Unknown API '" + id + "'" + Suggestion.hint(id, bases.keySet()) + ". Known: "
                            + String.join(", ", bases.keySet())
                            + ". To add an API, import the vendor's definition with catalog-tools and set the option catalogs.");
        }
        return loaded.computeIfAbsent(id, this::read);
    }

    private CatalogReader.Result read(String id) {
        CatalogDocument base = bases.get(id);
        List<CatalogDocument> more =
                others.stream().filter(document -> document.api().equals(id)).toList();
        CatalogReader.Result read;
        try {
            read = CatalogReader.read(
                    id,
                    overlaid(base, more),
                    merged(more, CatalogDocument.Part.FEEDS),
                    merged(more, CatalogDocument.Part.CALLBACKS));
        } catch (CatalogException e) {
            throw new CatalogException(
                    e.getMessage() + " (read from " + base
                            + more.stream().map(document -> ", " + document).collect(Collectors.joining())
                            + "). Correct the document; 'catalog-tools check' shows all that is wrong.",
                    e.getCause());
        }
        List<String> leftOut = read.withoutBase();
        if (!leftOut.isEmpty()) {
            LOG.warn(
                    "API '{}' from {}: {} entries of its other documents are ignored because the base has nothing of that name: {}{}",
                    id,
                    base,
                    leftOut.size(),
                    leftOut.subList(0, Math.min(leftOut.size(), MOST_SHOWN)),
                    leftOut.size() > MOST_SHOWN ? " and others; 'catalog-tools check' shows all" : "");
        }
        return read;
    }

    private static CatalogMerge.Result overlaid(CatalogDocument base, List<CatalogDocument> more) {
        CatalogMerge.Result result = new CatalogMerge.Result(parse(base), List.of());
        ObjectNode overlay = merged(more, CatalogDocument.Part.OVERLAY);
        return overlay == null ? result : CatalogMerge.overlay(result.json(), overlay);
    }

    /** The documents of one kind over each other, or null where there is none. */
    private static ObjectNode merged(List<CatalogDocument> documents, CatalogDocument.Part part) {
        ObjectNode merged = null;
        for (CatalogDocument document : documents) {
            if (document.part() == part) {
                ObjectNode next = parse(document);
                merged = merged == null ? next : CatalogMerge.over(merged, next);
            }
        }
        return merged;
    }

    private static ObjectNode parse(CatalogDocument document) {
        try (InputStream content = document.content().open()) {
            JsonNode json = ExactJson.parse(content);
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw new CatalogException("Catalog document " + document + " must be a JSON object");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new CatalogException(
                    "Catalog document " + document + " is not valid JSON"
                            + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new CatalogException("Catalog document " + document + " cannot be read: " + reason(e), e);
        }
    }

    /** The message of an exception of the file system may be the path alone. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }
}
