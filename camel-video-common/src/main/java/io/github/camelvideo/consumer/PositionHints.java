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

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a user whose feed starts without a position of others of the same action: a changed filter has changed the derived name. */
final class PositionHints {

    private static final Logger LOG = LoggerFactory.getLogger(PositionHints.class);

    private PositionHints() {}

    /** @param isRunning whether a route keeps its position under a name: that one belongs to it, and is nothing to resume */
    static void warnIfAnotherPositionExists(ConsumerOptions options, FeedOpener opener, Predicate<String> isRunning) {
        if (options.offsetRepository() == null || options.offsetKey() != null) {
            return;
        }
        List<String> feeds;
        try {
            feeds = options.positions().feeds();
        } catch (RuntimeException e) {
            // it cannot list what it keeps, or a position of another feed is damaged: this feed needs neither
            LOG.debug("{}: the stored positions cannot be listed", opener.positionName(), e);
            return;
        }
        List<String> others = feeds.stream()
                .filter(opener::isOfSameAction)
                .filter(isRunning.negate())
                .toList();
        if (others.isEmpty() || feeds.contains(opener.positionName())) {
            return;
        }
        List<String> keys = others.stream()
                .map(opener::offsetKeyFor)
                .filter(Objects::nonNull)
                .toList();
        LOG.warn(
                "No position is stored under '{}', but under {}, of the same action. {}",
                opener.positionName(),
                others,
                keys.isEmpty()
                        ? "It belongs to another forEach and cannot be resumed; the feed starts at startFrom."
                        : "If parameters or region have changed, set offsetKey=" + String.join(" or offsetKey=", keys)
                                + " to resume there; otherwise the feed starts at startFrom.");
    }
}
