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
import org.apache.camel.Route;

/** Checks that the position can be stored in the transactions of the route. */
final class TransactedOptions {

    private TransactedOptions() {}

    /**
     * @param name how messages name the endpoint
     * @param route the route that consumes, or null
     * @param isResumed whether the route has a resume strategy
     * @throws InvalidRequestException naming what does not fit, and the remedy
     */
    static void check(String name, ConsumerOptions options, Route route, boolean isResumed) {
        refuse(
                name,
                isResumed
                        || options.offsetRepository() == null
                        || !options.positions().isTransactional(),
                "requires positions in the database of the route. Set offsetRepository to a JdbcOffsetRepository.");
        refuse(
                name,
                options.acknowledge() != null,
                "cannot be combined with acknowledge=" + options.acknowledge()
                        + ": the vendor takes no part in the transaction."
                        + " Remove acknowledge, or set positionCommit=item.");
        refuse(
                name,
                options.callbacks() != null,
                "cannot be combined with callbacks or offered items, which are stored apart. Receive them in a route without"
                        + " positionCommit=transaction.");
        refuse(
                name,
                route == null,
                "requires a route that starts with from(...). Set positionCommit=item to poll without one.");
    }

    private static void refuse(String name, boolean condition, String reason) {
        if (condition) {
            throw new InvalidRequestException(name + ": positionCommit=transaction " + reason);
        }
    }
}
