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

import io.github.camelvideo.VideoConfiguration;
import io.github.camelvideo.credentials.CredentialsProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Beans that a component uses where no property names one.
 *
 * <p>A bean whose qualifier is the scheme of a component is for that component alone. Of the others, the only one or the primary one is
 * taken: an {@code OkHttpClient} for all components; a {@code CredentialsProvider} only if there is one component, because a key of one
 * vendor must not be sent to another.
 */
final class ComponentBeans {

    private static final Logger LOG = LoggerFactory.getLogger(ComponentBeans.class);

    private final ConfigurableListableBeanFactory beans;
    private final String scheme;
    private final Set<String> schemes;

    /** @param schemes those of all components that take beans, this one's too */
    ComponentBeans(ConfigurableListableBeanFactory beans, String scheme, Set<String> schemes) {
        this.beans = beans;
        this.scheme = scheme;
        this.schemes = schemes;
    }

    void setOn(VideoConfiguration configuration) {
        if (configuration.getOkHttpClient() == null) {
            configuration.setOkHttpClient(get(find(OkHttpClient.class), OkHttpClient.class));
        }
        if (configuration.getCredentialsProvider() == null) {
            configuration.setCredentialsProvider(get(findProvider(), CredentialsProvider.class));
        }
    }

    private String findProvider() {
        String name = find(CredentialsProvider.class);
        if (name == null || schemes.size() == 1 || isFor(scheme, name)) {
            return name;
        }
        LOG.warn(
                "{}: bean '{}' of type CredentialsProvider is not used, because it may be for another component. Give it the "
                        + "qualifier \"{}\", or set camel.component.{}.credentials-provider=#{}.",
                scheme,
                name,
                scheme,
                scheme,
                name);
        return null;
    }

    private <T> T get(String name, Class<T> type) {
        return name == null ? null : beans.getBean(name, type);
    }

    /** The name of the bean of a type that is this component's, or null. */
    private String find(Class<?> type) {
        List<String> all = Arrays.asList(beans.getBeanNamesForType(type));
        List<String> ours = all.stream().filter(name -> isFor(scheme, name)).toList();
        if (!ours.isEmpty()) {
            return only(type, ours);
        }
        List<String> unqualified = all.stream()
                .filter(name -> schemes.stream().noneMatch(other -> isFor(other, name)))
                .toList();
        if (unqualified.size() < 2) {
            return unqualified.isEmpty() ? null : unqualified.get(0);
        }
        List<String> primary = unqualified.stream()
                .filter(name -> beans.containsBeanDefinition(name)
                        && beans.getMergedBeanDefinition(name).isPrimary())
                .toList();
        return primary.isEmpty() ? null : only(type, primary);
    }

    private static String only(Class<?> type, List<String> names) {
        if (names.size() > 1) {
            throw new NoUniqueBeanDefinitionException(type, names);
        }
        return names.get(0);
    }

    private boolean isFor(String component, String name) {
        return BeanFactoryAnnotationUtils.isQualifierMatch(component::equals, name, beans);
    }
}
