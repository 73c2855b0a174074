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
package io.github.camelvideo.callback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.CallbackSpec;
import java.time.Instant;

/**
 * One event that a callback tells.
 *
 * @param name name of the event in the catalog, or {@link #UNKNOWN}
 * @param fields what the vendor tells of it, without the signature and its expiry; owned by the receiver
 * @param key identity: equal for repeats of the same event, different for any other event of the same API
 * @param time when it happened, or null where the vendor does not say
 * @param late whether the signature had expired when the callback arrived
 * @param spec the event in the catalog, or null for an unknown one
 */
public record CallbackEvent(
        String name, ObjectNode fields, String key, Instant time, boolean late, CallbackSpec.Event spec) {

    /** Name of events whose type the catalog does not have. */
    public static final String UNKNOWN = "unknown";

    /** Without the fields, which may be private. */
    @Override
    public String toString() {
        return "CallbackEvent[" + name + (late ? ", late]" : "]");
    }
}
