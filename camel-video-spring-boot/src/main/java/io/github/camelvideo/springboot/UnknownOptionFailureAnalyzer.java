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

import io.github.camelvideo.catalog.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;

/** Explains a misspelled property of this project. Spring Boot's own analysis shows the value, which may be a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnknownOptionFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        if (!(cause.getCause() instanceof UnboundConfigurationPropertiesException unbound)
                || !type.getPackage().equals(getClass().getPackage())) {
            return null;
        }
        String prefix = AnnotatedElementUtils.getMergedAnnotation(type, ConfigurationProperties.class)
                .prefix();
        List<String> known = Arrays.stream(BeanUtils.getPropertyDescriptors(type))
                .map(property -> DataObjectPropertyName.toDashedForm(property.getName()))
                .toList();
        String problems = unbound.getUnboundProperties().stream()
                .map(property -> problem(property, prefix, known))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(problems, "Correct or remove the property.", cause);
    }

    private static String problem(ConfigurationProperty property, String prefix, List<String> known) {
        ConfigurationPropertyName name = property.getName();
        String option = name.subName(ConfigurationPropertyName.of(prefix).getNumberOfElements())
                .toString();
        String place = property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
        return "Property " + name + ": unknown option" + Suggestion.hint(option, known) + place;
    }
}
