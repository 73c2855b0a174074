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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a user whose feed starts without a position of others of the same action: a changed filter has changed the derived name. */
final class PositionHints {

    private static final Logger LOG = LoggerFactory.getLogger(PositionHints.class);

    private PositionHints() {}

    static void warnIfAnotherPositionExists(ConsumerOptions options, FeedOpener opener, String positionName) {
        if (options.offsetRepository() == null || options.offsetKey() != null) {
            return;
        }
        List<String> feeds;
        try {
            feeds = options.positions().feeds();
        } catch (UnsupportedOperationException e) {
            return; // the repository cannot list what it keeps
        }
        List<String> others = feeds.stream()
                .filter(name -> name.startsWith(opener.namePrefix()) && !name.equals(positionName))
                .toList();
        if (!others.isEmpty() && !feeds.contains(positionName)) {
            LOG.warn(
                    "No position is stored under '{}', but under {}, of the same action. If parameters or region have changed, set"
                            + " offsetKey to the former name to resume there; otherwise the feed starts at startFrom.",
                    positionName,
                    others);
        }
    }
}
