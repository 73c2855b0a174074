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
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.context.ApplicationContext;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.util.ClassUtils;

/**
 * Lets a property name a bean, as {@code #name} or {@code #bean:name}, or a class to make one of, as {@code #class:name}, as in Camel. The
 * {@code #} before the name of a bean may be left out.
 */
final class BeanReferenceConverter implements GenericConverter {

    private static final String CLASS = "#class:";

    private final ApplicationContext application;
    private final Set<ConvertiblePair> types;

    /** @param configuration the vendor's, beside the types that options of all components have */
    BeanReferenceConverter(ApplicationContext application, Class<? extends VideoConfiguration> configuration) {
        this.application = application;
        this.types = Stream.of(
                        OkHttpClient.class,
                        CredentialsProvider.class,
                        SSLContextParameters.class,
                        Clock.class,
                        configuration)
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return types;
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String reference = source.toString();
        if (reference.startsWith(CLASS)) {
            return newBean(reference.substring(CLASS.length()), targetType.getObjectType());
        }
        String name = reference.replaceFirst("^#(bean:)?", "");
        return name.isEmpty() ? null : application.getBean(name, targetType.getObjectType());
    }

    private Object newBean(String name, Class<?> option) {
        Class<?> type = ClassUtils.resolveClassName(name, application.getClassLoader());
        if (!option.isAssignableFrom(type)) {
            throw new IllegalArgumentException(name + " is not a " + option.getName());
        }
        return application.getAutowireCapableBeanFactory().createBean(type);
    }
}
