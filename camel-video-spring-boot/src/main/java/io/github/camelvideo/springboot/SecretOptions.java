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
package io.github.camelvideo.springboot;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks the secret options of the components in what the actuator shows, also where an application lets it show values: as properties,
 * such as {@code camel.component.tencent-video.api-key}, and as variables, such as {@code TENCENT_VIDEO_API_KEY}; likewise the keys in the variables
 * of the vendors that the components read, such as {@code TENCENTCLOUD_SECRET_KEY}.
 */
final class SecretOptions implements SanitizingFunction {

    private static final String PREFIX = "camelcomponent";

    /** By their uniform name. */
    private static final Pattern VARIABLES_OF_VENDORS =
            Pattern.compile("(tencentcloud|alibabacloud).*(secretid|keyid|secretkey|keysecret|token)");

    /** Of a component by its uniform name. */
    private final Map<String, Set<String>> secrets;

    SecretOptions(CamelContext camel, Set<String> schemes) {
        secrets = schemes.stream()
                .collect(Collectors.toUnmodifiableMap(SecretOptions::uniform, scheme -> secrets(camel, scheme)));
    }

    private static Set<String> secrets(CamelContext camel, String scheme) {
        EndpointUriFactory options = camel.getCamelContextExtension().getEndpointUriFactory(scheme);
        Set<String> names = options == null ? Set.of() : options.secretPropertyNames();
        return names.stream().map(SecretOptions::uniform).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecret(uniform(data.getKey())) ? data.withSanitizedValue() : data;
    }

    private boolean isSecret(String key) {
        return VARIABLES_OF_VENDORS.matcher(key).matches()
                || secrets.entrySet().stream()
                        .filter(component ->
                                key.startsWith(component.getKey()) || key.startsWith(PREFIX + component.getKey()))
                        .anyMatch(component -> component.getValue().stream().anyMatch(key::endsWith));
    }

    /** Letters and digits in lower case: all that Spring Boot compares, in properties and in variables of the environment. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
