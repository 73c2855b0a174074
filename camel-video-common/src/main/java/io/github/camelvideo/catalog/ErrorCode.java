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
package io.github.camelvideo.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * An error code of a vendor and what follows from it.
 *
 * @param code the vendor's code
 * @param meaning what it means, in English
 * @param kind what a caller can do about it
 * @param reason why it is of that kind, or null for {@link Kind#OTHER}
 * @param messages texts by which the vendor tells apart what shares the code; empty where the code says it all
 */
public record ErrorCode(String code, String meaning, Kind kind, String reason, List<Message> messages)
        implements Serializable {

    /** What a caller can do about an error. */
    public enum Kind {
        /** Refused before execution for coming too often: safe to send again, even if the action changes something. */
        THROTTLED,
        /** The vendor failed; whether the call was executed is unknown. */
        UNAVAILABLE,
        /** The time stamp was too far from the vendor's clock. */
        CLOCK,
        /** Key, token, signature or permission refused. */
        CREDENTIALS,
        /** Anything else: sending the same again will not help. */
        OTHER
    }

    /**
     * One of the texts that go with a code.
     *
     * @param text the vendor's text
     * @param meaning what it means, in English
     * @param kind what a caller can do about it, or null where the code decides
     * @param reason why it is of that kind, or null
     */
    public record Message(String text, String meaning, Kind kind, String reason) implements Serializable {

        /** Case, blanks around them and a full stop do not tell texts apart. */
        private static String plain(String text) {
            String stripped = text.strip().toLowerCase(Locale.ROOT);
            return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
        }

        private boolean is(String other) {
            return plain(text).equals(plain(other));
        }
    }

    /** A code that says it all. */
    public ErrorCode(String code, String meaning, Kind kind, String reason) {
        this(code, meaning, kind, reason, List.of());
    }

    /**
     * What the code means together with the vendor's text: the meaning of the listed text, and its kind where it has one of its own.
     * This very code where the text is not listed or null.
     */
    public ErrorCode refinedBy(String text) {
        return messages.stream()
                .filter(message -> text != null && message.is(text))
                .findFirst()
                .map(message -> message.kind() == null
                        ? new ErrorCode(code, message.meaning(), kind, reason)
                        : new ErrorCode(code, message.meaning(), message.kind(), message.reason()))
                .orElse(this);
    }
}
