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
package io.github.camelvideo.simulator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * One item that a scripted feed lists.
 *
 * @param time when it happened, or the begin of its time slot; null where items have no time
 * @param fields its fields, with those that the vendor writes on outer levels, by the names that the descriptor gives them
 * @param partition values of parameters: calls that name other values do not list it
 * @param listedFrom from then on it is listed; {@link Instant#MIN} for ever
 * @param listedUntil before that it is listed; {@link Instant#MAX} for ever
 */
public record ScriptedItem(
        Instant time, ObjectNode fields, Map<String, String> partition, Instant listedFrom, Instant listedUntil) {

    public ScriptedItem {
        fields = fields.deepCopy();
        partition = Map.copyOf(partition);
    }

    /** An item that is always listed. */
    public static ScriptedItem of(Instant time, ObjectNode fields) {
        return new ScriptedItem(time, fields, Map.of(), Instant.MIN, Instant.MAX);
    }

    /** The same for calls with these values of parameters. */
    public ScriptedItem in(Map<String, String> values) {
        return new ScriptedItem(time, fields, values, listedFrom, listedUntil);
    }

    /** The same with other fields. */
    public ScriptedItem with(ObjectNode others) {
        return new ScriptedItem(time, others, partition, listedFrom, listedUntil);
    }

    /** The same, listed late: from a moment on. */
    public ScriptedItem listedFrom(Instant moment) {
        return new ScriptedItem(time, fields, partition, moment, listedUntil);
    }

    /** The same, gone from a moment on. */
    public ScriptedItem listedUntil(Instant moment) {
        return new ScriptedItem(time, fields, partition, listedFrom, moment);
    }

    boolean isListed(Instant now) {
        return !now.isBefore(listedFrom) && now.isBefore(listedUntil);
    }
}
