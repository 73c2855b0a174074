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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import java.math.BigInteger;
import java.util.Locale;

/** Single values for which the documents have no usable example. */
public final class MadeUp {

    private MadeUp() {}

    static String text(Field field, FieldType type) {
        return switch (type.kind()) {
            case INTEGER, FLOAT -> number(field).toString();
            case BOOLEAN -> "true";
            default -> words(field);
        };
    }

    private static BigInteger number(Field field) {
        if (field.min() != null) {
            return field.min();
        }
        return field.max() == null ? BigInteger.ONE : field.max().min(BigInteger.ONE);
    }

    /** By the name, as far as that tells: what exactly is right is the parameter table's matter. */
    private static String words(Field field) {
        String name = field.name();
        if (isDomain(field)) {
            return domain(summary(field).toLowerCase(Locale.ROOT));
        }
        if (name.matches("(?i).*(urls?|uri|callback)$")) {
            return "https://example.com/" + word(name);
        }
        return field.secret() ? "secret" : word(name);
    }

    /** What a catalog says of a field; nothing if it has no texts. */
    static String summary(Field field) {
        return field.summary() == null ? "" : field.summary();
    }

    /** Domains of examples belong to somebody. */
    public static boolean isDomain(Field field) {
        return field.name().matches("(?i).*domains?(names?)?$");
    }

    /** A stream is pushed to one domain and played from another. */
    private static String domain(String summary) {
        if (summary.contains("cname")) {
            return "cname.example.com";
        }
        return summary.contains("push") ? "push.example.com" : "play.example.com";
    }

    /** A name of a vendor in the manner of names in URIs: {@code StreamName} becomes {@code stream-name}. */
    public static String word(String name) {
        return name.replaceAll(".*\\.", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
