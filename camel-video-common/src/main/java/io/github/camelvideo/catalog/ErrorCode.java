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

/**
 * An error code of a vendor and what follows from it.
 *
 * @param code the vendor's code
 * @param meaning what it means, in English
 * @param kind what a caller can do about it
 * @param reason why it is of that kind, or null for {@link Kind#OTHER}
 */
public record ErrorCode(String code, String meaning, Kind kind, String reason) implements Serializable {

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
}
