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
package io.github.camelvideo.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;

/**
 * What Quarkus has to know of the components while it builds an application. Camel Quarkus finds the components themselves by their service
 * files.
 */
class CamelVideoProcessor {

    static final String FEATURE = "camel-video";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /**
     * The catalogs and what lists them, also those of other jars in the same places. Nothing is registered for reflection: bodies are maps
     * and JSON. A class of {@code outputType} is the application's, which registers it.
     */
    @BuildStep
    NativeImageResourcePatternsBuildItem catalogs() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlobs("META-INF/camel-video/*.catalogs", "io/github/camelvideo/*/catalog/*.json")
                .build();
    }
}
