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
package io.github.camelvideo.tools.builders;

import io.github.camelvideo.tools.component.ComponentMetadata;
import io.github.camelvideo.tools.component.ComponentMetadata.Option;
import io.github.camelvideo.tools.component.KnownComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Source of the two classes that the builders of a component extend: one with the options of calls, and one that adds those of
 * consumers. They follow from the metadata of the component.
 */
public final class OptionClasses {

    private static final String BASE = "io.github.camelvideo.endpointdsl";

    /** Methods of the class that the generated ones extend. */
    private static final List<String> OF_BASE = List.of(
            "resolve",
            "getRawUri",
            "getUri",
            "expr",
            "with",
            "set",
            "setList",
            "setJson",
            "setFile",
            "secret",
            "doSetProperty",
            "doSetMultiValueProperty",
            "doSetMultiValueProperties");

    private final String packageName;
    private final String prefix;
    private final List<Option> options;

    public OptionClasses(KnownComponent component) {
        packageName = packageName(component);
        ComponentMetadata metadata = ComponentMetadata.of(component);
        String type = metadata.component().path("javaType").asText();
        prefix = type.substring(type.lastIndexOf('.') + 1).replaceAll("Component$", "");
        options = metadata.queryOptions();
    }

    /** The package of these classes, and of the built-in APIs. */
    public static String packageName(KnownComponent component) {
        return BASE + "." + component.vendor();
    }

    /** What builders of actions extend that can only be called. */
    public String callClass() {
        return prefix + "Call";
    }

    /** What builders of actions extend that can be consumed, too. */
    public String feedClass() {
        return prefix + "Feed";
    }

    List<String> names() {
        return List.of(callClass(), feedClass());
    }

    /**
     * Names of methods that a subclass must not use for something else; a new set.
     *
     * @param isFeed whether the subclass extends {@link #feedClass()}
     */
    Set<String> methodNames(boolean isFeed) {
        Set<String> names = new HashSet<>(OF_BASE);
        options.stream()
                .filter(option -> isFeed || !option.isForConsumers())
                .forEach(option -> names.add(option.name()));
        return names;
    }

    String imports(String ofPackage) {
        return ofPackage.equals(packageName)
                ? ""
                : "import " + packageName + "." + callClass() + ";\nimport " + packageName + "." + feedClass()
                        + ";\n\n";
    }

    /** The class with the options of calls. */
    public String callSource() {
        return "package " + packageName + ";\n\n"
                + "/**\n * Options of all endpoints, and of producers. Generated from the metadata of the component by catalog-tools.\n *\n"
                + " * @param <T> the builder itself\n */\n"
                + "public abstract class " + callClass() + "<T extends " + callClass() + "<T>> extends " + BASE
                + ".VideoEndpointBuilder<T> {\n\n"
                + "    protected " + callClass() + "(String path) {\n        super(path);\n    }\n"
                + methods(false) + "}\n";
    }

    /** The class that adds the options of consumers. */
    public String feedSource() {
        return "package " + packageName + ";\n\n"
                + "/**\n * Options of consumers beside those of all endpoints. Generated from the metadata of the component by catalog-tools.\n *\n"
                + " * @param <T> the builder itself\n */\n"
                + "public abstract class " + feedClass() + "<T extends " + feedClass() + "<T>> extends " + callClass()
                + "<T>\n        implements org.apache.camel.builder.EndpointConsumerBuilder {\n\n"
                + "    protected " + feedClass() + "(String path) {\n        super(path);\n    }\n"
                + methods(true) + "}\n";
    }

    private String methods(boolean ofConsumers) {
        StringBuilder source = new StringBuilder();
        for (Option option : options) {
            if (option.isForConsumers() == ofConsumers) {
                source.append(methods(option));
            }
        }
        return source.toString();
    }

    private static String methods(Option option) {
        String doc = JavaText.doc(option.text("description"));
        if (option.is("multiValue")) {
            return "\n" + JavaText.comment("    ", doc)
                    + "    public T " + option.name() + "(String key, Object value) {\n        return set("
                    + JavaText.literal(option.text("prefix")) + " + key, value);\n    }\n";
        }
        String type = type(option);
        String typed = method(option, doc, type);
        return type.equals("String")
                ? typed
                : typed
                        + method(
                                option,
                                "The same as text, such as a property placeholder" + reference(option),
                                "String");
    }

    private static String reference(Option option) {
        return option.text("type").equals("object") ? " or #name of a bean." : ".";
    }

    private static String method(Option option, String doc, String type) {
        String name = JavaText.literal(option.name());
        return "\n" + JavaText.comment("    ", doc)
                + "    public T " + option.name() + "(" + type + " value) {\n        return "
                + (option.is("secret") ? "secret(" + name + ")." : "") + "set(" + name + ", value);\n    }\n";
    }

    private static String type(Option option) {
        String javaType = option.text("javaType");
        return switch (option.text("type")) {
            case "string" -> "String";
            case "boolean" -> "boolean";
            case "integer" -> javaType.equals("long") || javaType.equals("java.lang.Long") ? "long" : "int";
            default -> javaType;
        };
    }
}
