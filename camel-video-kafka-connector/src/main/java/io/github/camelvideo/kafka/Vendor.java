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
package io.github.camelvideo.kafka;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.tencent.TencentVideoComponent;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The components that there are connectors for. */
enum Vendor {
    TENCENT_VIDEO(
            "tencent-video",
            "META-INF/io/github/camelvideo/tencent/tencent-video.json",
            true,
            TencentVideoComponent::new),
    ALIYUN_LINKVISUAL(
            "aliyun-linkvisual",
            "META-INF/io/github/camelvideo/aliyun/aliyun-linkvisual.json",
            false,
            AliyunLinkVisualComponent::new);

    private final String scheme;
    private final String metadata;
    private final boolean hasApis;
    private final Supplier<VideoComponent> component;

    Vendor(String scheme, String metadata, boolean hasApis, Supplier<VideoComponent> component) {
        this.scheme = scheme;
        this.metadata = metadata;
        this.hasApis = hasApis;
        this.component = component;
    }

    /** The scheme of the component's URIs. */
    String scheme() {
        return scheme;
    }

    /** Where the class path has the metadata of the component. */
    String metadata() {
        return metadata;
    }

    /** Whether a path has an API in front of the action. */
    boolean hasApis() {
        return hasApis;
    }

    VideoComponent newComponent() {
        return component.get();
    }

    static Vendor of(String scheme) {
        return Stream.of(values())
                .filter(vendor -> vendor.scheme.equals(scheme))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No connector for '" + scheme + "'."));
    }
}
