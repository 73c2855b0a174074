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

import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.tools.metadata.ParameterText;

/** The methods of one parameter: one that takes its type, and one that takes text, for placeholders and whatever else a URI can say. */
final class ParameterMethods {

    private static final String MARGIN = "        ";

    private final String builder;
    private final String method;
    private final Field field;
    private final boolean secret;

    /**
     * @param builder class of the builder
     * @param method name of the methods
     * @param secret whether a value is a secret or may contain one
     */
    ParameterMethods(String builder, String method, Field field, boolean secret) {
        this.builder = builder;
        this.method = method;
        this.field = field;
        this.secret = secret;
    }

    /** @param choice enumeration of the values, or null */
    String source(String choice) {
        String doc = JavaText.doc(field.name() + ". " + ParameterText.of(field)) + (secret ? " Secret." : "");
        FieldType type = field.type();
        String typed = choice == null || !isText(type) ? typed(type, choice) : choiceType(type, choice);
        if (typed == null) {
            return method(doc, "String", setter("set"));
        }
        return method(doc, typed, setter(setterOf(type)))
                + method(
                        "The same as text: " + textForm(type) + ", or a property placeholder.",
                        "String",
                        setter("set"));
    }

    private String method(String doc, String type, String body) {
        return "\n" + JavaText.comment(MARGIN, doc)
                + MARGIN + "public " + builder + " " + method + "(" + type + " value) {\n"
                + MARGIN + "    return " + body + ";\n"
                + MARGIN + "}\n";
    }

    private String setter(String name) {
        String call = name + "(" + JavaText.literal(field.name()) + ", value)";
        return secret ? "secret(" + JavaText.literal(field.name()) + ")." + call : call;
    }

    /** Values of numbers are numbers, even where the vendor lists them. */
    private static boolean isText(FieldType type) {
        return type.kind() == FieldType.Kind.STRING
                || type.isArray() && type.item().kind() == FieldType.Kind.STRING;
    }

    private static String choiceType(FieldType type, String choice) {
        return type.isArray() ? "java.util.List<" + choice + ">" : choice;
    }

    /** The type of the value, or null if it is text. */
    private static String typed(FieldType type, String choice) {
        return switch (type.kind()) {
            case STRING -> null;
            case INTEGER -> "long";
            case FLOAT -> "double";
            case BOOLEAN -> "boolean";
            case FILE -> "java.nio.file.Path";
            case OBJECT, MAP, STRUCT -> "java.util.Map<String, ?>";
            case ARRAY -> "java.util.List<" + element(type.item()) + ">";
        };
    }

    private static String element(FieldType type) {
        return switch (type.kind()) {
            case STRING -> "String";
            case INTEGER, FLOAT -> "? extends Number";
            case BOOLEAN -> "Boolean";
            default -> "?";
        };
    }

    private static String setterOf(FieldType type) {
        return switch (type.kind()) {
            case OBJECT, MAP, STRUCT -> "setJson";
            case ARRAY -> type.item().isScalar() ? "setList" : "setJson";
            case FILE -> "setFile";
            default -> "set";
        };
    }

    private static String textForm(FieldType type) {
        return switch (type.kind()) {
            case OBJECT, MAP, STRUCT -> "JSON";
            case ARRAY -> type.item().isScalar() ? "a list separated by commas" : "JSON";
            case FILE -> "file:path";
            default -> "a value";
        };
    }
}
