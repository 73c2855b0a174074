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
package io.github.camelvideo.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/** Refuses a date instead of guessing which format, zone and unit a parameter wants. */
final class RefusedDates<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    RefusedDates(Class<T> type) {
        super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
            throws JsonProcessingException {
        throw new RefusedJsonException(
                "a " + value.getClass().getName()
                        + " has no format of its own. Write it as the text or the number that the"
                        + " parameter takes, for example with ${date:now:yyyy-MM-dd HH:mm:ss}",
                null);
    }
}
