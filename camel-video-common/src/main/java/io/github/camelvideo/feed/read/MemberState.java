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
package io.github.camelvideo.feed.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.item.ItemKey;
import io.github.camelvideo.json.Digests;
import io.github.camelvideo.json.ExactJson;
import java.util.List;

/**
 * Which fields of a member of a snapshot make up its state. Fields that the catalog does not know, at any depth, never do: a vendor that
 * adds one must not change all members at once. Immutable, for any thread.
 */
public final class MemberState {

    /** Signs of a digest that tell the states of one member from each other: 96 bits. */
    private static final int LENGTH = 16;

    private final SnapshotSpec feed;
    private final ItemType type;
    private final String rule;

    MemberState(SnapshotSpec feed, ItemType type) {
        this.feed = feed;
        this.type = type;
        this.rule = digest(String.join(
                "\n",
                type.description(),
                feed.compare().toString(),
                feed.ignore().toString()));
    }

    private static String digest(String text) {
        return Digests.sha256Base64Url(Digests.utf8(text)).substring(0, LENGTH);
    }

    /** Stands for the fields that count: states of different rules cannot be compared. */
    public String rule() {
        return rule;
    }

    /** Stands for the state; secrets count, and cannot be read from it. */
    public String of(JsonNode member) {
        String digest = ItemKey.digestOf(counted(member), List.of());
        return digest.substring(digest.length() - LENGTH);
    }

    private JsonNode counted(JsonNode member) {
        // a member that is nothing but a state was made of an error code
        boolean isCode = member.size() == 1 && member.has(CodedAnswers.STATE);
        if (isCode || !member.isObject()) {
            return member;
        }
        JsonNode known = type.known(member);
        ObjectNode counted = ExactJson.object();
        if (feed.compare().isEmpty()) {
            counted.setAll((ObjectNode) known);
        } else {
            feed.compare().forEach(path -> counted.set(path, ItemKey.value(known, path)));
        }
        counted.remove(feed.ignore());
        return withoutNothing(counted);
    }

    /** Vendors write "not yet" and "none" as null, as an empty text, or not at all. */
    private static JsonNode withoutNothing(JsonNode value) {
        if (value.isObject()) {
            ObjectNode rest = ExactJson.object();
            value.properties().forEach(field -> {
                JsonNode inner = field.getValue();
                boolean isNothing = inner.isMissingNode()
                        || inner.isNull()
                        || inner.isTextual() && inner.textValue().isBlank();
                if (!isNothing) {
                    rest.set(field.getKey(), withoutNothing(inner));
                }
            });
            return rest;
        }
        if (value.isArray()) {
            ArrayNode rest = ExactJson.array();
            value.forEach(element -> rest.add(withoutNothing(element)));
            return rest;
        }
        return value;
    }

    /** What may be stored of a member: all but its secrets. */
    public JsonNode storable(JsonNode member) {
        return type.withoutSecrets(member);
    }
}
