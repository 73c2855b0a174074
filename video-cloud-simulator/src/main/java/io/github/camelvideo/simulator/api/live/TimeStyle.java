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
package io.github.camelvideo.simulator.api.live;

import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/**
 * How a time is written: ISO with an offset, or Beijing time without one.
 *
 * <p>The document asks for UTC with a {@code Z}, but most of its examples carry {@code +08:00}: any offset is taken.
 */
record TimeStyle(ZoneOffset offset, boolean iso) {

    static final TimeStyle UTC = new TimeStyle(ZoneOffset.UTC, true);
    static final TimeStyle BEIJING = new TimeStyle(ZoneOffset.ofHours(8), false);

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** A moment and how it was written. */
    record Read(Instant moment, TimeStyle style) {}

    static Read read(Parameters parameters, String name) {
        String text = parameters.text(name);
        try {
            if (text.contains("T")) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return new Read(time.toInstant(), new TimeStyle(time.getOffset(), true));
            }
            return new Read(LocalDateTime.parse(text, LOCAL).toInstant(BEIJING.offset()), BEIJING);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "InvalidParameterValue",
                    name + " must look like 2019-01-08T10:00:00Z or, in Beijing time, 2019-01-08 18:00:00, not "
                            + text);
        }
    }

    String write(Instant moment) {
        return (iso ? ISO : LOCAL).format(moment.atOffset(offset));
    }
}
