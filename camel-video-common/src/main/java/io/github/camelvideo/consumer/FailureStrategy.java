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

import io.github.camelvideo.request.InvalidRequestException;
import java.util.Locale;

/**
 * What becomes of an item whose exchange failed.
 *
 * @param last what is done after the last redelivery
 * @param maxRedeliveries how often the item is redelivered before; -1 without end
 * @param deadLetter URI of the endpoint that gets the item, only for {@link Action#DEAD_LETTER}
 */
record FailureStrategy(Action last, int maxRedeliveries, String deadLetter) {

    /** What to do with an item. */
    enum Action {
        /** It is delivered again in a later poll and holds the stored position until then. */
        REDELIVER,
        /** It is given up and counts as done. */
        SKIP,
        /** The route is stopped with the position before the item. */
        STOP,
        /** It is sent to another endpoint and counts as done when that has taken it. */
        DEAD_LETTER
    }

    /**
     * The strategy that the options ask for.
     *
     * @param name how messages name the endpoint
     * @param onFailure {@code redeliver}, {@code skip}, {@code stop}, in any case, or the URI of an endpoint
     * @param maxRedeliveries -1 for the default: without end for {@code redeliver}, none for the others
     * @throws InvalidRequestException when they are none of it
     */
    static FailureStrategy of(String name, String onFailure, int maxRedeliveries) {
        if (maxRedeliveries < -1) {
            throw new InvalidRequestException(
                    name + ": maxRedeliveries=" + maxRedeliveries + ": must be -1 (no limit) or at least 0.");
        }
        int limited = Math.max(0, maxRedeliveries);
        switch (onFailure.strip().toUpperCase(Locale.ROOT)) {
            case "REDELIVER":
                return new FailureStrategy(maxRedeliveries < 0 ? Action.REDELIVER : Action.SKIP, maxRedeliveries, null);
            case "SKIP":
                return new FailureStrategy(Action.SKIP, limited, null);
            case "STOP":
                return new FailureStrategy(Action.STOP, limited, null);
            default:
                if (!onFailure.contains(":")) {
                    throw new InvalidRequestException(name + ": onFailure=" + onFailure
                            + ": must be redeliver, skip, stop or the URI of a dead-letter endpoint.");
                }
                return new FailureStrategy(Action.DEAD_LETTER, limited, onFailure.strip());
        }
    }

    /** What to do with an item that failed after that many redeliveries. */
    Action after(int redeliveries) {
        return maxRedeliveries < 0 || redeliveries < maxRedeliveries ? Action.REDELIVER : last;
    }
}
