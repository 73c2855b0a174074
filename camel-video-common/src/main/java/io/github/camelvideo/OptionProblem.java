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
package io.github.camelvideo;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Says what is wrong with the value of an option, instead of the converter that failed on it. */
final class OptionProblem {

    private OptionProblem() {}

    /** The type of the option that could not be bound, or null where neither the metadata nor the failure knows it. */
    static Class<?> type(PropertyBindingException failure, PropertyConfigurer configurer) {
        if (configurer instanceof PropertyConfigurerGetter metadata) {
            return metadata.getOptionType(failure.getPropertyName(), true);
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TypeConversionException conversion) {
                return conversion.getToType();
            }
            if (cause instanceof NoTypeConversionAvailableException conversion) {
                return conversion.getToType();
            }
        }
        return null;
    }

    /**
     * What an option needs, as a sentence that follows its name.
     *
     * @param type type of the option, or null where it is unknown
     * @param value what was given
     * @param quoted whether the value may be shown
     */
    static String of(Class<?> type, Object value, boolean quoted) {
        String given = quoted ? "'" + value + "'" : "the value";
        if (type == Duration.class) {
            return given + " is not a duration. Write it as 10s, 5m, PT5M, or in milliseconds.";
        }
        if (type == long.class || type == Long.class) {
            return given + " is neither a number nor a duration, such as 500 or 10s.";
        }
        if (type == int.class || type == Integer.class) {
            return given + " is not a whole number.";
        }
        if (type == boolean.class || type == Boolean.class) {
            return given + " is neither true nor false.";
        }
        if (type != null && type.isEnum()) {
            return given + " is not one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (!(value instanceof String text)) {
            return given + " is not a " + (type == null ? "value of its type" : type.getSimpleName()) + ".";
        }
        return text.startsWith("#")
                ? "the registry has no bean " + given
                        + (type == null ? " of a type that fits" : " of type " + type.getSimpleName())
                        + ". Bind one, or correct the name."
                : given + " is not a reference to a bean. Put # before the bean's name: #" + text + ".";
    }
}
