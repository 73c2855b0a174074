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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.consumer.CallbackAction;
import io.github.camelvideo.tools.component.KnownComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Source of the class of one API: a method and a nested class for each action. */
public final class ApiClass {

    private static final List<String> OF_OBJECT =
            List.of("getClass", "hashCode", "equals", "toString", "notify", "notifyAll", "wait", "clone", "finalize");

    /** Of those that the source names without their package, and of the class that nested ones would hide. */
    private static final List<String> CLASSES =
            List.of("String", "Override", "Deprecated", "Boolean", "Number", "Object");

    private final KnownComponent component;
    private final ApiCatalog api;
    private final OptionClasses options;
    private final String name;
    private final String entry;
    private final JavaNames methods;
    private final JavaNames classes;
    private final ChoiceTypes choices;
    private final Map<String, String> classesByAction = new HashMap<>();

    /** @param options the classes that builders of the component extend */
    public ApiClass(KnownComponent component, ApiCatalog api, OptionClasses options) {
        this.component = component;
        this.api = api;
        this.options = options;
        this.name = new JavaNames("Api", CLASSES).type(api.id());
        this.entry = new JavaNames("Api", OF_OBJECT).method(api.id());
        this.methods = new JavaNames("Action", OF_OBJECT);
        methods.method(entry);
        this.classes = new JavaNames("Action", CLASSES);
        classes.type(name);
        options.names().forEach(classes::type);
        this.choices = new ChoiceTypes(classes);
    }

    /** Name without package. */
    public String name() {
        return name;
    }

    /** @param packageName package of the class */
    public String source(String packageName) {
        List<Action> actions = new ArrayList<>(api.actions().values());
        if (api.callbacks() != null) {
            actions.add(CallbackAction.addTo(api, component.path(api.id())).action(CallbackAction.NAME));
        }
        actions.forEach(action -> classesByAction.put(action.name(), classes.type(action.name())));
        StringBuilder body = new StringBuilder();
        actions.forEach(action -> body.append(factory(action)));
        actions.forEach(action -> body.append(builder(action)));
        String imports = options.imports(packageName);
        return "package " + packageName + ";\n\n" + imports
                + "/** Endpoint builders of " + JavaText.doc(api.title() == null ? api.id() : api.title())
                + ". Generated from the catalog by catalog-tools. */\n"
                + "public final class " + name + " {\n\n"
                + "    private static final " + name + " API = new " + name + "();\n\n"
                + "    private " + name + "() {}\n\n"
                + "    /** The actions of " + JavaText.doc(component.path(api.id())) + ". */\n"
                + "    public static " + name + " " + entry + "() {\n        return API;\n    }\n"
                + body
                + choices.source()
                + "}\n";
    }

    private String factory(Action action) {
        String type = classesByAction.get(action.name());
        return "\n" + doc("    ", action) + deprecated("    ", action) + "    public " + type + " "
                + methods.method(action.name()) + "() {\n        return new " + type + "();\n    }\n";
    }

    private String doc(String margin, Action action) {
        StringBuilder doc = new StringBuilder();
        if (action.summary() != null) {
            doc.append(JavaText.doc(action.summary())).append(action.summary().endsWith(".") ? " " : ". ");
        }
        doc.append(action.mutates() ? "Changes something." : "Only reads.");
        if (action.feed() != null) {
            doc.append(" As a consumer, a feed of kind ")
                    .append(action.feed().kind().name().toLowerCase(Locale.ROOT))
                    .append(".");
        }
        if (!action.isObsolete()) {
            return JavaText.comment(margin, doc.toString());
        }
        String successors = String.join(" or ", action.age().replacedBy());
        return margin + "/**\n" + margin + " * " + doc + "\n" + margin + " *\n" + margin
                + " * @deprecated The vendor calls this action obsolete, or no longer has it."
                + (successors.isEmpty() ? "" : " Use " + JavaText.doc(successors) + ".") + "\n" + margin + " */\n";
    }

    private static String deprecated(String margin, Action action) {
        return action.isObsolete() ? margin + "@Deprecated\n" : "";
    }

    private String builder(Action action) {
        String type = classesByAction.get(action.name());
        boolean isConsumer = action.feed() != null || action.name().equals(CallbackAction.NAME);
        StringBuilder source = new StringBuilder("\n")
                .append(doc("    ", action))
                .append(deprecated("    ", action))
                .append("    public static final class ")
                .append(type)
                .append(" extends ")
                .append(isConsumer ? options.feedClass() : options.callClass())
                .append("<")
                .append(type)
                .append("> {\n\n        private ")
                .append(type)
                .append("() {\n            super(")
                .append(JavaText.literal(component.path(api.id()) + action.name()))
                .append(");\n        }\n");
        JavaNames parameters = new JavaNames("Parameter", reserved(isConsumer));
        for (Field field : action.parameters().values()) {
            source.append(new ParameterMethods(type, parameters.method(field.name()), field, api.holdsSecret(field))
                    .source(choices.of(action, field)));
        }
        return source.append("    }\n").toString();
    }

    private Set<String> reserved(boolean isFeed) {
        Set<String> names = options.methodNames(isFeed);
        names.addAll(OF_OBJECT);
        return names;
    }
}
