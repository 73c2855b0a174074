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
package io.github.camelvideo.tools.component;

import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.catalog.CatalogFinder;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.tools.document.DocumentException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The components that call APIs, with what the tools must know of each. */
public enum KnownComponent {
    TENCENT_VIDEO("tencent-video", "CamelTencentVideo", "tencent", null),
    ALIYUN_LINKVISUAL("aliyun-linkvisual", "CamelAliyunLinkVisual", "aliyun", "linkvisual");

    private final String scheme;
    private final HeaderNames headers;
    private final String vendor;
    private final String impliedApi;

    KnownComponent(String scheme, String headerPrefix, String vendor, String impliedApi) {
        this.scheme = scheme;
        this.headers = HeaderNames.withPrefix(headerPrefix);
        this.vendor = vendor;
        this.impliedApi = impliedApi;
    }

    /**
     * The component of a URI.
     *
     * @throws DocumentException if there is no such component
     */
    public static KnownComponent ofScheme(String scheme) {
        return Arrays.stream(values())
                .filter(component -> component.scheme.equals(scheme))
                .findFirst()
                .orElseThrow(() -> new DocumentException("'" + scheme + "' is not a component of Camel Video. Use "
                        + Arrays.stream(values())
                                .map(component -> component.scheme)
                                .collect(Collectors.joining(" or "))
                        + "."));
    }

    /**
     * The component that calls an API.
     *
     * @throws DocumentException if none knows the protocol of the API
     */
    public static KnownComponent of(ApiCatalog api) {
        return Arrays.stream(values())
                .filter(component -> api.protocol().startsWith(component.vendor + "-"))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        api.id() + ".json: protocol: no component knows '" + api.protocol() + "'. Correct it."));
    }

    /**
     * The catalogs of all components: the built-in ones and more.
     *
     * @param locations the option {@code catalogs}, or null
     * @throws DocumentException if a location cannot be used
     */
    public static Catalogs allCatalogs(String locations) {
        return catalogs(schemes(), locations);
    }

    /** The documents of the built-in catalogs of all components. */
    public static List<CatalogDocument> builtInDocuments() {
        return CatalogFinder.find(KnownComponent.class.getClassLoader(), schemes(), null);
    }

    private static List<String> schemes() {
        return Arrays.stream(values()).map(component -> component.scheme).toList();
    }

    /**
     * The catalogs of this component: the built-in ones and more.
     *
     * @param locations the option {@code catalogs}, or null
     * @throws DocumentException if a location cannot be used
     */
    public Catalogs catalogs(String locations) {
        return catalogs(List.of(scheme), locations);
    }

    private static Catalogs catalogs(List<String> schemes, String locations) {
        try {
            return new Catalogs(CatalogFinder.find(KnownComponent.class.getClassLoader(), schemes, locations));
        } catch (IllegalArgumentException | CatalogException e) {
            throw new DocumentException("--" + e.getMessage(), e);
        }
    }

    /** What stands before the colon of a URI. */
    public String scheme() {
        return scheme;
    }

    /** What the component's package ends with, and the names of its protocols begin with. */
    public String vendor() {
        return vendor;
    }

    /** Resource of the metadata that Camel's plugin writes into the component's jar. */
    String metadata() {
        return "META-INF/io/github/camelvideo/" + vendor + "/" + scheme + ".json";
    }

    /** Names of the headers of messages. */
    public HeaderNames headers() {
        return headers;
    }

    /** The API of a URI that names an action alone, or null if a URI must name its API. */
    public String impliedApi() {
        return impliedApi;
    }

    /** The URI of an action of an API up to the name of the action. */
    public String path(String api) {
        return scheme + ":" + (api.equals(impliedApi) ? "" : api + "/");
    }
}
