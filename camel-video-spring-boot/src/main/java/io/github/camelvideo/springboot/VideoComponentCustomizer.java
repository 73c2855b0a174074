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

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.VideoConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;

/** Sets the options of a component when Camel creates it: first those of the properties, then beans where no option says more. */
final class VideoComponentCustomizer implements ComponentCustomizer {

    /** Holds all options, so what is set after it would be lost. */
    private static final String CONFIGURATION = "configuration";

    private final ConfigurableApplicationContext application;
    private final String scheme;
    private final Class<? extends VideoComponent> type;
    private final ComponentConfigurationPropertiesCommon properties;

    VideoComponentCustomizer(
            ConfigurableApplicationContext application,
            String scheme,
            Class<? extends VideoComponent> type,
            ComponentConfigurationPropertiesCommon properties) {
        this.application = application;
        this.scheme = scheme;
        this.type = type;
        this.properties = properties;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return type.isInstance(target)
                && HierarchicalPropertiesEvaluator.evaluate(
                        application, "camel.component.customizer", "camel.component." + scheme + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        Map<String, Object> options = CamelPropertiesHelper.getNonNullProperties(target.getCamelContext(), properties);
        // as in ${SECRET_KEY:}, where a variable is not set
        options.values().removeIf(value -> value instanceof String text && text.isBlank());
        Object configuration = options.remove(CONFIGURATION);
        Map<String, Object> ordered = new LinkedHashMap<>();
        if (configuration instanceof VideoConfiguration shared) {
            // the bean may be that of another component, too
            ordered.put(CONFIGURATION, shared.copy());
        }
        ordered.putAll(options);
        CamelPropertiesHelper.setCamelProperties(target.getCamelContext(), target, ordered, false);
        VideoComponent component = (VideoComponent) target;
        if (component.isAutowiredEnabled()) {
            new ComponentBeans(application.getBeanFactory(), scheme, schemes()).setOn(component.getConfiguration());
        }
    }

    private Set<String> schemes() {
        return schemes(application.getBeanProvider(VideoComponentCustomizer.class));
    }

    /** Of the components that the application has. */
    static Set<String> schemes(ObjectProvider<VideoComponentCustomizer> components) {
        return components.stream().map(component -> component.scheme).collect(Collectors.toUnmodifiableSet());
    }
}
