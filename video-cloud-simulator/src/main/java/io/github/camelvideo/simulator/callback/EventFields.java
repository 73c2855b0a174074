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
package io.github.camelvideo.simulator.callback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.feed.FeedTimes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Makes the fields of events by their descriptions in the catalog. */
record EventFields(Function<String, ApiCatalog> catalogs, long seed) {

    CallbackSpec spec(String api) {
        CallbackSpec spec = catalogs.apply(api).callbacks();
        if (spec == null) {
            throw new IllegalArgumentException("The API '" + api + "' has no callbacks.");
        }
        return spec;
    }

    CallbackSpec.Event event(String api, String name) {
        CallbackSpec spec = spec(api);
        CallbackSpec.Event event = spec.events().get(name);
        if (event == null) {
            throw new IllegalArgumentException("Unknown event '" + name + "'. The events of " + api + " are "
                    + spec.events().keySet() + ".");
        }
        return event;
    }

    /** The given fields with type and time before them, unless they have these themselves. */
    ObjectNode complete(String api, String name, ObjectNode fields, Instant moment) {
        CallbackSpec.Event event = event(api, name);
        ObjectNode complete = JsonNodeFactory.instance.objectNode();
        String type = spec(api).type();
        if (type != null && !event.types().isEmpty()) {
            String value = event.types().get(0);
            boolean isNumber = value.chars().allMatch(Character::isDigit);
            complete.set(
                    type,
                    isNumber
                            ? JsonNodeFactory.instance.numberNode(new BigInteger(value))
                            : JsonNodeFactory.instance.textNode(value));
        }
        if (hasTimeAtTop(event)) {
            FeedTimes times =
                    new FeedTimes(event.time().formats().get(0), event.time().zone());
            complete.set(event.time().field(), times.write(moment));
        }
        return complete.setAll(fields.deepCopy());
    }

    private static boolean hasTimeAtTop(CallbackSpec.Event event) {
        return event.time() != null
                && event.time().field() != null
                && event.items().isEmpty();
    }

    /** All declared fields but type and time, invented by their types. */
    ObjectNode invented(String api, String name, int number) {
        CallbackSpec.Event event = event(api, name);
        ObjectNode fields = new Shapes(catalogs.apply(api), seed).answer(event.fields(), name + number);
        event.key().stream()
                .map(event.fields()::get)
                .filter(field -> field != null && field.values().isEmpty())
                .forEach(field -> distinguish(fields, field, number));
        if (spec(api).type() != null) {
            fields.remove(spec(api).type());
        }
        if (hasTimeAtTop(event)) {
            fields.remove(event.time().field());
        }
        return fields;
    }

    private static void distinguish(ObjectNode fields, Field field, int number) {
        if (field.type().kind() == FieldType.Kind.STRING) {
            fields.put(field.name(), field.name() + "-" + number);
        } else if (field.type().kind() == FieldType.Kind.INTEGER) {
            fields.put(field.name(), 1000 + number);
        }
    }

    /** Declared fields with known values, written by their types; the others are invented. */
    ObjectNode known(String api, String name, int number, Map<String, String> values) {
        ObjectNode fields = invented(api, name, number);
        Map<String, Field> declared = event(api, name).fields();
        values.forEach((field, value) -> {
            if (declared.containsKey(field)) {
                boolean isNumber = declared.get(field).type().kind() == FieldType.Kind.INTEGER;
                fields.set(
                        field,
                        isNumber
                                ? JsonNodeFactory.instance.numberNode(new BigInteger(value))
                                : JsonNodeFactory.instance.textNode(value));
            }
        });
        return fields;
    }
}
