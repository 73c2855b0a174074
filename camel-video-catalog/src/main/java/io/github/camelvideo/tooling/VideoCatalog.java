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
package io.github.camelvideo.tooling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;

/**
 * Adds the components of this project to Camel's catalog, with every action and parameter.
 *
 * <p>A catalog with this jar on its class path finds the components by name without it, since their metadata lies where that of Camel's own
 * components does. What lists components needs {@link #addTo}.
 */
public final class VideoCatalog {

    private static final String FOLDER = "/org/apache/camel/catalog/components/";

    /** Classes of the components by scheme. */
    private static final Map<String, String> COMPONENTS = Map.of(
            "tencent-video", "io.github.camelvideo.tencent.TencentVideoComponent",
            "aliyun-linkvisual", "io.github.camelvideo.aliyun.AliyunLinkVisualComponent");

    private VideoCatalog() {}

    /** Adds {@code tencent-video} and {@code aliyun-linkvisual}. A catalog that has them already keeps one of each. */
    public static void addTo(CamelCatalog catalog) {
        COMPONENTS.forEach((scheme, type) -> catalog.addComponent(scheme, type, metadata(scheme)));
    }

    private static String metadata(String scheme) {
        try (InputStream in = VideoCatalog.class.getResourceAsStream(FOLDER + scheme + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
