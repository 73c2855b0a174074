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
import io.github.camelvideo.json.ExactJson;
import java.util.List;

/**
 * Which fields of a member of a snapshot make up its state. Fields that the catalog does not know never do: a vendor that adds one must not
 * change all members at once. Immutable.
 */
final class MemberState {

    /** Signs of a digest that tell the states of one member from each other: 96 bits. */
    private static final int LENGTH = 16;

    private final SnapshotSpec feed;
    private final ItemType type;

    MemberState(SnapshotSpec feed, ItemType type) {
        this.feed = feed;
        this.type = type;
    }

    /** Stands for the state; secrets count, and cannot be read from it. */
    String of(JsonNode member) {
        // a member that is nothing but a state was made of an error code
        boolean isWhole = feed.compare().isEmpty() || member.size() == 1 && member.has(CodedAnswers.STATE);
        String digest = isWhole ? ItemKey.digestOf(whole(member), List.of()) : ItemKey.digestOf(member, feed.compare());
        return digest.substring(digest.length() - LENGTH);
    }

    private JsonNode whole(JsonNode member) {
        if (!member.isObject()) {
            return member;
        }
        ObjectNode counted = ExactJson.object();
        member.properties().forEach(field -> {
            boolean isKnown = type.fields().isEmpty()
                    || type.fields().contains(field.getKey())
                    || field.getKey().equals(CodedAnswers.STATE);
            if (isKnown && !feed.ignore().contains(field.getKey())) {
                counted.set(field.getKey(), field.getValue());
            }
        });
        return counted;
    }

    /** What may be stored of a member: all but its secrets. */
    JsonNode storable(JsonNode member) {
        return type.secrets().isEmpty() ? member : withoutSecrets(member);
    }

    private JsonNode withoutSecrets(JsonNode value) {
        if (value.isObject()) {
            ObjectNode rest = ExactJson.object();
            value.properties().forEach(field -> {
                if (!type.secrets().contains(field.getKey())) {
                    rest.set(field.getKey(), withoutSecrets(field.getValue()));
                }
            });
            return rest;
        }
        if (value.isArray()) {
            ArrayNode rest = ExactJson.array();
            value.forEach(element -> rest.add(withoutSecrets(element)));
            return rest;
        }
        return value;
    }
}
