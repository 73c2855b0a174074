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
package io.github.camelvideo.tools.trial;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.document.DocumentException;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.util.URISupport;

/**
 * What the URI of a trial stands for.
 *
 * @param component that of the URI
 * @param api its catalog
 * @param name of the action
 * @param action the action, or null if the catalog does not have it
 * @param query options and parameters of the URI, and over them those of the command line
 */
record Target(KnownComponent component, ApiCatalog api, String name, Action action, Map<String, Object> query) {

    /** @throws DocumentException if the URI names no API of the catalogs */
    static Target of(TrialSettings settings) {
        String uri = settings.uri();
        int colon = uri.indexOf(':');
        int question = uri.indexOf('?');
        if (colon < 0) {
            throw new DocumentException("'" + uri
                    + "' is not a URI of an action. Write it as in a route, such as tencent-video:live/<Action>.");
        }
        KnownComponent component = KnownComponent.ofScheme(uri.substring(0, colon));
        String path = question < 0 ? uri.substring(colon + 1) : uri.substring(colon + 1, question);
        int slash = path.indexOf('/');
        String id = slash < 0 ? component.impliedApi() : path.substring(0, slash);
        String name = path.substring(slash + 1);
        if (id == null || id.isEmpty() || name.isEmpty()) {
            throw new DocumentException(
                    "'" + uri + "' names no action. Write it as " + component.scheme() + ":<api>/<Action>.");
        }
        Map<String, Object> query = new LinkedHashMap<>(question < 0 ? Map.of() : query(uri.substring(question + 1)));
        query.putAll(settings.options());
        ApiCatalog api = catalog(component, settings.catalogs(), id);
        return new Target(component, api, name, api.action(name), query);
    }

    private static Map<String, Object> query(String text) {
        try {
            return URISupport.parseQuery(text, true);
        } catch (URISyntaxException e) {
            throw new DocumentException("The query of the URI cannot be read: " + e.getReason() + ". Correct it.", e);
        }
    }

    private static ApiCatalog catalog(KnownComponent component, String locations, String id) {
        try {
            return component.catalogs(locations).get(id);
        } catch (CatalogException e) {
            throw new DocumentException(e.getMessage(), e);
        }
    }

    /** The URI without its query. */
    String path() {
        return component.path(api.id()) + name;
    }

    /** The URI with more options, which the user's own are over. */
    String uri(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.putAll(query);
        return all.isEmpty() ? path() : path() + "?" + URISupport.createQueryString(all, true);
    }
}
