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
package io.github.camelvideo.docs;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;

/** The components that the documents describe, with all that the pages need to know of each. */
enum Scheme {
    TENCENT_VIDEO(
            "tencent-video",
            "CamelTencentVideo",
            "camel-tencent-video",
            "tencent",
            Catalogs.ofClassPath("tencent-video")),
    ALIYUN_LINKVISUAL(
            "aliyun-linkvisual",
            "CamelAliyunLinkVisual",
            "camel-aliyun-linkvisual",
            "aliyun",
            Catalogs.ofClassPath("aliyun-linkvisual"));

    private final String name;
    private final String headers;
    private final String module;
    private final String vendorPackage;
    private final Catalogs catalogs;

    Scheme(String name, String headers, String module, String vendorPackage, Catalogs catalogs) {
        this.name = name;
        this.headers = headers;
        this.module = module;
        this.vendorPackage = vendorPackage;
        this.catalogs = catalogs;
    }

    /** The component that offers an API. */
    static Scheme of(ApiCatalog api) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.catalogs.ids().contains(api.id()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No component offers API '" + api.id() + "'. Add it to Scheme."));
    }

    /** All APIs of all components. */
    static Stream<ApiCatalog> allApis() {
        return Arrays.stream(values()).flatMap(Scheme::apis);
    }

    static ApiCatalog api(String id) {
        return allApis().filter(api -> api.id().equals(id)).findFirst().orElseThrow();
    }

    Stream<ApiCatalog> apis() {
        return catalogs.ids().stream().map(catalogs::get);
    }

    /** What stands before the colon of a URI. */
    String uriName() {
        return name;
    }

    /** The name of a header without what is the same for all components. */
    String header(String end) {
        return headers + end;
    }

    /** The URI of an action without its query; a component of one API does not repeat the API. */
    String path(ApiCatalog api, String action) {
        return name + ":" + (catalogs.ids().size() > 1 ? api.id() + "/" : "") + action;
    }

    String path(ApiCatalog api, Action action) {
        return path(api, action.name());
    }

    /** What Camel's tools read of the component. */
    Path metadata() {
        return Path.of(module, "src/generated/resources/META-INF/io/github/camelvideo", vendorPackage, name + ".json");
    }

    /** The examples of the vendor's document for one API; there may be none. */
    Path examples(String api) {
        return Path.of(module, "src/test/resources/examples", api + ".json");
    }

    /** A component whose endpoints can be made without asking anybody for a key. */
    VideoComponent withKey() {
        return switch (this) {
            case TENCENT_VIDEO -> {
                TencentVideoComponent component = new TencentVideoComponent();
                // one API has no endpoint without its own key
                component.getConfiguration().setAppId("1251000000");
                component.getConfiguration().setApiKey("EXAMPLEKEY");
                yield component;
            }
            case ALIYUN_LINKVISUAL -> new AliyunLinkVisualComponent();
        };
    }

    /** A component that calls a simulator with the keys that this has by itself. */
    VideoComponent component(String simulator, Clock clock) {
        VideoComponent component =
                switch (this) {
                    case TENCENT_VIDEO -> {
                        TencentVideoComponent tencent = new TencentVideoComponent();
                        tencent.getConfiguration().setSecretId(VideoCloudSimulator.SECRET_ID);
                        tencent.getConfiguration().setSecretKey(VideoCloudSimulator.SECRET_KEY);
                        tencent.getConfiguration().setAppId(VideoCloudSimulator.APP_ID);
                        tencent.getConfiguration().setApiKey(VideoCloudSimulator.API_KEY);
                        tencent.getConfiguration().setEndpointUrl(simulator);
                        yield tencent;
                    }
                    case ALIYUN_LINKVISUAL -> {
                        AliyunLinkVisualComponent aliyun = new AliyunLinkVisualComponent();
                        aliyun.getConfiguration().setAccessKeyId(VideoCloudSimulator.SECRET_ID);
                        aliyun.getConfiguration().setAccessKeySecret(VideoCloudSimulator.SECRET_KEY);
                        aliyun.getConfiguration().setEndpointUrl(simulator);
                        yield aliyun;
                    }
                };
        component.setClock(clock);
        return component;
    }
}
