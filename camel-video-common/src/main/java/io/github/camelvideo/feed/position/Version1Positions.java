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
package io.github.camelvideo.feed.position;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Positions that version 1 has stored, one text per key. Immutable; as safe for threads as the place of the texts. */
final class Version1Positions {

    private final UnaryOperator<String> texts;
    private final String place;
    private final String remedy;

    /**
     * @param texts the text of a key, null when there is none
     * @param place where the texts are, for messages, such as "in directory 'x'"
     * @param remedy how to remove one, such as "delete its file"
     */
    Version1Positions(UnaryOperator<String> texts, String place, String remedy) {
        this.texts = texts;
        this.place = place;
        this.remedy = remedy;
    }

    /**
     * The position, or null when there is none or it was deleted.
     *
     * @throws IllegalStateException when it cannot be used
     */
    StoredPosition find(String feed, String partition) {
        String key = StateKey.of(feed, partition);
        String text = texts.apply(key);
        try {
            return text == null ? null : PositionText.read(text).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Position '" + key + "' " + place + " is stored but cannot be used: " + e.getMessage()
                            + ". Restore it, or " + remedy
                            + " (the feed then starts at startFrom), or set another offsetKey.",
                    e);
        }
    }

    /** Whether anything is stored, be it damaged or deleted. */
    boolean has(String feed, String partition) {
        return texts.apply(StateKey.of(feed, partition)) != null;
    }

    /** The partitions of a feed that have a position: its only one, or its list of values and those of the values. */
    List<String> partitions(String feed) {
        StoredPosition position = find(feed, "");
        if (position == null) {
            return List.of();
        }
        List<String> partitions = new ArrayList<>(List.of(""));
        if (Version1Text.isListOfPartitions(position)) {
            for (PositionEntry value : position.entries()) {
                if (find(feed, value.key()) != null) {
                    partitions.add(value.key());
                }
            }
        }
        return partitions;
    }
}
