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
package io.github.camelvideo.tools.base;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a base document as the catalogs are written by hand: two blanks of indentation and each field on one line, so that a
 * comparison of two versions shows one line for each change. The same content always gives the same text.
 */
public final class BaseWriter {

    /** Longest line of an object that is written on one line only if it fits, without the name before it. */
    private static final int LINE = 120;

    private final StringBuilder text = new StringBuilder();

    private BaseWriter() {}

    /** The document with a line feed at the end. */
    public static String text(BaseCatalog api) {
        BaseWriter writer = new BaseWriter();
        writer.document(api);
        return writer.text.append('\n').toString();
    }

    private void document(BaseCatalog api) {
        List<Runnable> members = new ArrayList<>();
        put(members, 2, "api", api.api());
        put(members, 2, "title", api.title());
        put(members, 2, "version", api.version());
        put(members, 2, "asOf", api.asOf());
        put(members, 2, "protocol", api.protocol());
        put(members, 2, "endpoint", api.endpoint());
        put(members, 2, "region", api.region());
        if (!api.regions().isEmpty()) {
            members.add(() -> texts(2, "regions", api.regions()));
        }
        if (!api.commonRequest().isEmpty()) {
            members.add(() -> fields(2, "commonRequest", api.commonRequest()));
        }
        members.add(() -> {
            indent(2).append("\"actions\": ");
            block(2, '[', ']', api.actions().values(), this::action);
        });
        if (!api.errors().isEmpty()) {
            members.add(() -> {
                indent(2).append("\"errors\": ");
                block(2, '[', ']', api.errors(), error -> fitting(indent(4), 4, error(error)));
            });
        }
        members.add(() -> {
            indent(2).append("\"types\": ");
            block(2, '{', '}', api.types().entrySet(), type -> fields(4, type.getKey(), type.getValue()));
        });
        block(0, '{', '}', members, Runnable::run);
    }

    private void action(BaseAction action) {
        List<Runnable> members = new ArrayList<>();
        put(members, 6, "name", action.name());
        put(members, 6, "summary", action.summary());
        put(members, 6, "addedIn", action.addedIn());
        put(members, 6, "removedIn", action.removedIn());
        put(members, 6, "rateLimit", action.rateLimit());
        put(members, 6, "deprecated", action.deprecated() ? true : null);
        put(members, 6, "mutates", action.mutates());
        members.add(() -> fields(6, "request", action.request()));
        members.add(() -> fields(6, "response", action.response()));
        if (action.paging() != null) {
            members.add(() -> fitting(indent(6).append("\"paging\": "), 6, paging(action.paging())));
        }
        indent(4);
        block(4, '{', '}', members, Runnable::run);
    }

    /** On one line if that is not too long. */
    private void texts(int depth, String name, List<String> texts) {
        int begin = text.length();
        value(string(indent(depth), name).append(": "), texts);
        if (text.length() - begin > LINE) {
            text.setLength(begin);
            string(indent(depth), name).append(": ");
            block(depth, '[', ']', texts, element -> string(indent(depth + 2), element));
        }
    }

    private void fields(int depth, String name, List<BaseField> fields) {
        string(indent(depth), name).append(": ");
        block(depth, '[', ']', fields, field -> inline(indent(depth + 2), field(field)));
    }

    private static Map<String, Object> field(BaseField field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", field.name());
        members.put("type", field.type());
        members.put("required", field.required() ? true : null);
        members.put("nullable", field.nullable() ? true : null);
        members.put("secret", field.secret() ? true : null);
        members.put("min", field.min());
        members.put("max", field.max());
        members.put("maxItems", field.maxItems());
        members.put("values", field.values().isEmpty() ? null : field.values());
        members.put("summary", field.summary());
        return members;
    }

    private static Map<String, Object> error(BaseError error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", error.code());
        members.put("kind", error.kind());
        members.put("reason", error.reason());
        members.put("meaning", error.meaning());
        return members;
    }

    private static Map<String, Object> paging(BasePaging paging) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("style", paging.style());
        members.put("pageParameter", paging.pageParameter());
        members.put("sizeParameter", paging.sizeParameter());
        members.put("firstPage", paging.firstPage());
        members.put("total", paging.total());
        members.put("items", paging.items());
        members.put("outputToken", paging.outputToken());
        return members;
    }

    private void put(List<Runnable> members, int depth, String name, Object value) {
        if (value != null) {
            members.add(() -> value(string(indent(depth), name).append(": "), value));
        }
    }

    private <T> void block(
            int depth, char open, char close, Collection<T> elements, java.util.function.Consumer<T> write) {
        text.append(open);
        String separator = "\n";
        for (T element : elements) {
            text.append(separator);
            write.accept(element);
            separator = ",\n";
        }
        if (!elements.isEmpty()) {
            text.append('\n');
            indent(depth);
        }
        text.append(close);
    }

    /** On one line if that is not too long. */
    private void fitting(StringBuilder begun, int depth, Map<String, Object> members) {
        int begin = begun.length();
        inline(begun, members);
        if (depth + begun.length() - begin <= LINE) {
            return;
        }
        begun.setLength(begin);
        List<Runnable> lines = new ArrayList<>();
        members.forEach((name, value) -> put(lines, depth + 2, name, value));
        block(depth, '{', '}', lines, Runnable::run);
    }

    private static void inline(StringBuilder to, Map<String, Object> members) {
        String separator = "{";
        for (Map.Entry<String, Object> member : members.entrySet()) {
            if (member.getValue() != null) {
                string(to.append(separator), member.getKey()).append(": ");
                value(to, member.getValue());
                separator = ", ";
            }
        }
        to.append('}');
    }

    private static void value(StringBuilder to, Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            to.append(value);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                value(to.append(separator), element);
                separator = ", ";
            }
            to.append(']');
        } else {
            string(to, value.toString());
        }
    }

    private static StringBuilder string(StringBuilder to, String value) {
        to.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, to);
        return to.append('"');
    }

    private StringBuilder indent(int depth) {
        return text.append(" ".repeat(depth));
    }
}
