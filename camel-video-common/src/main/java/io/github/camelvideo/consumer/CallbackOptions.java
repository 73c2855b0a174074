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
package io.github.camelvideo.consumer;

import io.github.camelvideo.callback.CallbackSecurity;
import java.time.Duration;
import java.util.List;

/**
 * How a consumer takes callbacks.
 *
 * @param path path under which callbacks are received, or null where something else brings them
 * @param component name of the component that serves the path, or null for the default
 * @param security which requests are callbacks
 * @param acknowledgement when a callback is answered as good
 * @param verification whether what it tells is delivered as it is
 * @param memory how long what was delivered is known, so that a callback may come so much later
 * @param inboxSize how many items that came by callbacks may wait to be done
 * @param delivers whether this consumer delivers what it receives; otherwise it stores it for another node
 * @param offers whether items come from other routes, and not from callbacks
 * @param registration what the vendor is told to call, or null where that is left to the user
 */
public record CallbackOptions(
        String path,
        String component,
        CallbackSecurity security,
        Acknowledgement acknowledgement,
        Verification verification,
        Duration memory,
        int inboxSize,
        boolean delivers,
        boolean offers,
        Registration registration) {

    /** What is done at the vendor when the consumer starts. */
    public enum AutoRegister {
        /** Nothing. */
        FALSE,
        /** The vendor is told to call back. */
        TRUE,
        /** What was registered is taken back. */
        REMOVE
    }

    /**
     * What the vendor is told to call, and about what.
     *
     * @param url public address of the path
     * @param formerUrl public address that was registered before, or null
     * @param targets what is registered, as {@link RegistrationTarget} reads it
     * @param removes whether it is taken back
     */
    public record Registration(String url, String formerUrl, List<String> targets, boolean removes) {

        /** Without the addresses, whose paths may be secret. */
        @Override
        public String toString() {
            return "Registration[targets=" + targets + ", removes=" + removes + "]";
        }
    }

    /** When a callback is answered as good. */
    public enum Acknowledgement {
        /** When its items are stored. */
        STORED,
        /** When the exchanges of its items have ended well. */
        DONE
    }

    /** Whether what a callback tells is delivered as it is. */
    public enum Verification {
        /** It is. */
        NONE,
        /** It only makes the feed poll: what is delivered comes from the vendor's list. */
        POLL
    }
}
