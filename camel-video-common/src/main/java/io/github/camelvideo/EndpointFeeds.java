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
package io.github.camelvideo;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.Feeds;
import io.github.camelvideo.feed.ForEach;
import io.github.camelvideo.feed.PageReader;
import io.github.camelvideo.feed.PositionStore;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.feed.ValuePositions;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Opens the feed that an endpoint's URI describes. */
final class EndpointFeeds {

    private EndpointFeeds() {}

    /**
     * @param workers reads for many values at once; not used where the feed runs once
     * @throws InvalidRequestException when the action is no feed, or an option does not fit it
     */
    static Feed open(VideoEndpoint endpoint, Executor workers) {
        Action action = endpoint.action().action();
        if (action.feed() == null) {
            throw new InvalidRequestException(
                    endpoint.displayName() + ": this action is no feed. Poll its whole answer with"
                            + " mode=RESPONSE, or choose a feed: " + feeds(endpoint));
        }
        ForEach forEach = EndpointForEach.of(endpoint);
        Set<String> supplied = new HashSet<>(Feeds.suppliedParameters(action));
        if (forEach != null) {
            supplied.add(forEach.parameter());
        }
        endpoint.action().check().requireCompleteExcept(supplied);
        PageReader reader = parameters ->
                EndpointClient.await(endpoint.client().call(parameters)).body();
        return forEach == null
                ? Feeds.open(
                        endpoint.displayName(),
                        action,
                        endpoint.action().check().uriParameters(),
                        options(endpoint),
                        new PositionStore(endpoint.positions(), key(endpoint)),
                        reader,
                        endpoint.client().clock())
                : Feeds.forEach(
                        endpoint.displayName(),
                        action,
                        forEach,
                        endpoint.action().check().uriParameters(),
                        options(endpoint),
                        new ValuePositions(endpoint.positions(), key(endpoint)),
                        reader,
                        workers,
                        endpoint.client().clock());
    }

    private static String feeds(VideoEndpoint endpoint) {
        return endpoint.action().api().actions().values().stream()
                .filter(action -> action.feed() != null)
                .map(Action::name)
                .collect(Collectors.joining(", "));
    }

    private static FeedOptions options(VideoEndpoint endpoint) {
        return new FeedOptions(
                StartFrom.parse(endpoint.getStartFrom()),
                endpoint.getLookback(),
                endpoint.getGracePeriod(),
                endpoint.getWindow(),
                endpoint.getPageSize(),
                zone(endpoint),
                endpoint.getOnFailure(),
                endpoint.getMaxRedeliveries());
    }

    private static ZoneId zone(VideoEndpoint endpoint) {
        try {
            return endpoint.getTimeZone() == null ? null : ZoneId.of(endpoint.getTimeZone());
        } catch (DateTimeException e) {
            throw new InvalidRequestException(
                    endpoint.displayName() + ": timeZone '" + endpoint.getTimeZone()
                            + "' is no time zone. Write it like Asia/Shanghai, UTC or +08:00",
                    e);
        }
    }

    /**
     * The same for the same feed after any restart: the action, its parameters and its region. Not the address, nor the key that signs:
     * both may be others tomorrow, and the feed must go on all the same. No character that a repository forbids.
     */
    static String key(VideoEndpoint endpoint) {
        String own = endpoint.getOffsetKey() != null ? endpoint.getOffsetKey() : derivedKey(endpoint);
        return endpoint.getForEach() == null ? own : own + "#" + endpoint.getForEach();
    }

    private static String derivedKey(VideoEndpoint endpoint) {
        EndpointAction action = endpoint.action();
        String identity = action.region() + "\n"
                + new String(ExactJson.bytes(action.check().uriParameters()), StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return endpoint.displayName() + "#" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
