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

import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A component that the dev service can stand in for.
 *
 * @param scheme its name in URIs
 * @param className the component
 * @param keyOptions options of a key, with the values that the simulated cloud takes
 * @param environment variables that give it a key or an address
 */
record SimulatedComponent(String scheme, String className, Map<String, String> keyOptions, Set<String> environment) {

    static final List<SimulatedComponent> ALL = List.of(
            new SimulatedComponent(
                    "tencent-video",
                    "io.github.camelvideo.tencent.TencentVideoComponent",
                    Map.of(
                            "secret-id", VideoCloudSimulator.SECRET_ID,
                            "secret-key", VideoCloudSimulator.SECRET_KEY,
                            "app-id", VideoCloudSimulator.APP_ID,
                            "api-key", VideoCloudSimulator.API_KEY),
                    Set.of("TENCENTCLOUD_SECRET_ID", "TENCENT_VIDEO_ENDPOINT_URL", "TENCENT_VIDEO_API_KEY")),
            new SimulatedComponent(
                    "aliyun-linkvisual",
                    "io.github.camelvideo.aliyun.AliyunLinkVisualComponent",
                    Map.of(
                            "access-key-id", VideoCloudSimulator.SECRET_ID,
                            "access-key-secret", VideoCloudSimulator.SECRET_KEY),
                    Set.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIYUN_LINKVISUAL_ENDPOINT_URL")));

    /** Options that say what to call, or with which key, in any spelling. */
    private static final Set<String> OTHER_OPTIONS =
            Set.of("endpointurl", "profile", "credentialsprovider", "configuration");

    private String prefix() {
        return "camel.component." + scheme + ".";
    }

    /** Whether the application says what to call or with which key. */
    boolean isConfigured(Iterable<String> properties, Map<String, String> variables) {
        Set<String> decisive =
                keyOptions.keySet().stream().map(SimulatedComponent::plain).collect(Collectors.toSet());
        decisive.addAll(OTHER_OPTIONS);
        String prefix = plain(prefix());
        return environment.stream()
                        .anyMatch(name -> !variables.getOrDefault(name, "").isBlank())
                || StreamSupport.stream(properties.spliterator(), false)
                        .map(SimulatedComponent::plain)
                        .filter(name -> name.startsWith(prefix))
                        .anyMatch(name -> decisive.contains(name.substring(prefix.length())));
    }

    /** Letters and digits: Camel takes {@code secretKey}, {@code secret-key} and variables such as {@code CAMEL_..._SECRET_KEY}. */
    private static String plain(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }

    /** Properties with the key of the simulated cloud. */
    Map<String, String> keys() {
        Map<String, String> properties = new TreeMap<>();
        keyOptions.forEach((option, value) -> properties.put(prefix() + option, value));
        return properties;
    }

    /** The property of its address. */
    String endpointUrl() {
        return prefix() + "endpoint-url";
    }
}
