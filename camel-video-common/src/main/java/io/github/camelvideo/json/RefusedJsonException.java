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

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * JSON that is refused by a rule of this package. Unlike those of the parser, the message never quotes the content, so that it may be
 * shown and logged. The location is never null.
 */
public final class RefusedJsonException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    RefusedJsonException(String problem, JsonLocation location) {
        super(problem, place(location));
    }

    /** Line and column alone: the parser's location may hold on to the whole content. */
    private static JsonLocation place(JsonLocation location) {
        return location == null
                ? JsonLocation.NA
                : new JsonLocation(
                        ContentReference.unknown(),
                        location.getByteOffset(),
                        location.getCharOffset(),
                        location.getLineNr(),
                        location.getColumnNr());
    }

    /** What an exception of a mapper may say without quoting: where the fault is, as names of members and indexes. */
    static RefusedJsonException of(Exception problem) {
        StringBuilder place = new StringBuilder();
        String words = "not of the type that is expected there";
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping && place.isEmpty()) {
                mapping.getPath().forEach(step -> place.append(place.isEmpty() ? "" : " > ")
                        .append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName()));
            }
            if (cause instanceof RefusedJsonException refused) {
                words = refused.getOriginalMessage();
            } else if (cause instanceof StreamConstraintsException exceeded) {
                words = exceeded.getOriginalMessage();
            }
        }
        return new RefusedJsonException(place.isEmpty() ? words : "at '" + place + "': " + words, null);
    }

    /** Where the fault is, for the end of a sentence; empty if the parser does not know. */
    public String where() {
        return getLocation().getLineNr() < 1
                ? ""
                : " (line " + getLocation().getLineNr() + ", column "
                        + getLocation().getColumnNr() + ")";
    }

    /** What an exception of the parser may say without quoting: which limit was exceeded, or else only where the fault is. */
    public static RefusedJsonException withoutQuotation(JsonProcessingException problem) {
        if (problem instanceof RefusedJsonException refused) {
            return refused;
        }
        String original = problem.getOriginalMessage();
        String words = "not well-formed";
        if (problem instanceof StreamConstraintsException) {
            words = original;
        } else if (original != null && original.startsWith("Duplicate field")) {
            words = "a name that occurs more than once in an object";
        }
        return new RefusedJsonException(words, problem.getLocation());
    }
}
