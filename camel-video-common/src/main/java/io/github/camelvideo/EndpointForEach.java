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
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.feed.Feeds;
import io.github.camelvideo.feed.ForEach;
import io.github.camelvideo.feed.ValueList;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.Validation;
import java.time.Duration;
import java.util.Map;

/** Reads the options of an endpoint whose consumer runs for each of many values. */
final class EndpointForEach {

    /** Longer than most readings, shorter than the time-out of a call. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private EndpointForEach() {}

    /**
     * What the options ask for, or null where the consumer runs once.
     *
     * @throws InvalidRequestException when they do not fit each other or the action
     */
    static ForEach of(VideoEndpoint endpoint) {
        String parameter = endpoint.getForEach();
        if (parameter == null) {
            require(
                    endpoint.getForEachIn() == null,
                    endpoint,
                    "forEachIn needs forEach, the parameter its values are for");
            require(!endpoint.isForEachInBody(), endpoint, "forEachInBody=true needs forEach, whose value it is about");
            return null;
        }
        requireParameter(endpoint, parameter);
        require(
                endpoint.getForEachIn() != null,
                endpoint,
                "forEach=" + parameter + " needs forEachIn, its values: a comma list, file:<path> or #bean");
        require(
                endpoint.getForEachConcurrency() > 0,
                endpoint,
                "forEachConcurrency=" + endpoint.getForEachConcurrency() + " reads nothing. Give at least 1");
        require(
                !endpoint.getForEachKeep().isNegative(),
                endpoint,
                "forEachKeep=" + endpoint.getForEachKeep() + " is negative. Give zero or more");
        require(
                !endpoint.isForEachInBody() || endpoint.output().isOpen(),
                endpoint,
                "forEachInBody=true needs outputType=Map or JsonNode; others have no room for a field more. The value is in the"
                        + " header " + endpoint.headerNames().forEach() + " too");
        require(
                !endpoint.isForEachInBody() || endpoint.getMode() == FeedMode.FEED,
                endpoint,
                "forEachInBody=true is for items, and mode=RESPONSE gives whole answers. The value is in the header "
                        + endpoint.headerNames().forEach());
        return new ForEach(
                parameter,
                ValueList.of(endpoint.displayName(), endpoint.getForEachIn()),
                value -> endpoint.action().check().uriParameters(Map.of(parameter, value)),
                endpoint.getForEachConcurrency(),
                PATIENCE,
                endpoint.getForEachKeep());
    }

    private static void requireParameter(VideoEndpoint endpoint, String parameter) {
        Action action = endpoint.action().action();
        require(
                action.parameters().containsKey(parameter)
                        || endpoint.getConfiguration().getValidation() != Validation.STRICT,
                endpoint,
                "forEach='" + parameter + "' is no parameter of this action"
                        + Suggestion.hint(parameter, action.parameters().keySet()));
        require(
                !endpoint.action().check().uriParameters().has(parameter),
                endpoint,
                "parameter '" + parameter + "' is given in the URI and by forEach too. Leave it out of the URI");
        require(
                action.feed() == null
                        || endpoint.getMode() == FeedMode.RESPONSE
                        || !Feeds.ownParameters(action).contains(parameter),
                endpoint,
                "forEach='" + parameter
                        + "' belongs to the feed, which sets it for each call. Choose another parameter");
    }

    private static void require(boolean condition, VideoEndpoint endpoint, String problem) {
        if (!condition) {
            throw new InvalidRequestException(endpoint.displayName() + ": " + problem + ".");
        }
    }
}
