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

    /** What an exception of the parser may say without quoting: which limit was exceeded, or else only where the fault is. */
    public static RefusedJsonException withoutQuotation(JsonProcessingException problem) {
        if (problem instanceof RefusedJsonException refused) {
            return refused;
        }
        String words = problem instanceof StreamConstraintsException ? problem.getOriginalMessage() : "not well-formed";
        return new RefusedJsonException(words, problem.getLocation());
    }
}
