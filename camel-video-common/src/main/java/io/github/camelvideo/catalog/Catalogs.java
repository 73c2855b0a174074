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

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The catalogs of one component, each read when it is first asked for and then kept. Safe for use by many threads.
 *
 * <p>The document of API {@code x} is the resource {@code catalog/x.json}, and those of its feeds and its callbacks {@code
 * catalog/x.feeds.json} and {@code catalog/x.callbacks.json}; names of other APIs are known without reading them.
 */
public final class Catalogs {

    private final List<String> ids;
    private final Function<String, InputStream> documents;
    private final Map<String, ApiCatalog> loaded = new ConcurrentHashMap<>();

    /**
     * @param ids APIs there are
     * @param documents opens the document of an API by its id, those of its feeds and its callbacks by the id and {@code .feeds} or
     *     {@code .callbacks}, or gives null where there is none
     */
    public Catalogs(Collection<String> ids, Function<String, InputStream> documents) {
        this.ids = List.copyOf(ids);
        this.documents = documents;
    }

    /** Catalogs that lie in {@code catalog/} on the class path of a class. */
    public static Catalogs of(Class<?> owner, String... ids) {
        return new Catalogs(List.of(ids), id -> owner.getResourceAsStream("/catalog/" + id + ".json"));
    }

    /** The APIs there are, without reading any. */
    public List<String> ids() {
        return ids;
    }

    /**
     * The catalog of an API.
     *
     * @throws CatalogException when there is no such API, naming the nearest, or its document cannot be read
     */
    public ApiCatalog get(String id) {
        if (!ids.contains(id)) {
            throw new CatalogException(
                    "Unknown API '" + id + "'" + Suggestion.hint(id, ids) + ". Known: " + String.join(", ", ids));
        }
        return loaded.computeIfAbsent(id, this::read);
    }

    private ApiCatalog read(String id) {
        try (InputStream document = documents.apply(id);
                InputStream feeds = documents.apply(id + ".feeds");
                InputStream callbacks = documents.apply(id + ".callbacks")) {
            if (document == null) {
                throw new CatalogException("Catalog document of API '" + id + "' is not on the class path");
            }
            return CatalogReader.read(id, document, feeds, callbacks);
        } catch (IOException e) {
            throw new CatalogException("Catalog document of API '" + id + "' cannot be read", e);
        }
    }
}
