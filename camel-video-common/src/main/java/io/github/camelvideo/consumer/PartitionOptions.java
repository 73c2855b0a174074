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

import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.Suggestion;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.feed.partition.ListedPartitions;
import io.github.camelvideo.feed.partition.PartitionSource;
import io.github.camelvideo.feed.partition.Partitioning;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.Validation;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Reads the options of an endpoint whose consumer runs for each of many partitions. */
final class PartitionOptions {

    /** Longer than most readings, shorter than the time-out of a call. */
    private static final Duration POLL_WAIT = Duration.ofSeconds(10);

    private final EndpointBinding binding;
    private final ConsumerOptions options;
    private final boolean isFeed;
    private final Clock clock;
    private final Executor lists;

    private PartitionOptions(
            EndpointBinding binding, ConsumerOptions options, boolean isFeed, Clock clock, Executor lists) {
        this.binding = binding;
        this.options = options;
        this.isFeed = isFeed;
        this.clock = clock;
        this.lists = lists;
    }

    /**
     * What the options ask for, or null where the consumer is not partitioned.
     *
     * @param isFeed whether items are consumed and not whole responses
     * @param clock this machine's clock
     * @param lists reads lists of the vendor
     * @throws InvalidRequestException when the options do not fit each other or the action
     */
    static Partitioning of(
            EndpointBinding binding, ConsumerOptions options, boolean isFeed, Clock clock, Executor lists) {
        return new PartitionOptions(binding, options, isFeed, clock, lists).read();
    }

    private Partitioning read() {
        require(
                isFeed || options.sharing() == null,
                "share is not supported with mode=RESPONSE, which has no positions. Remove share");
        if (options.forEach() == null) {
            require(options.forEachIn() == null, "forEachIn needs forEach, the parameter that its values are for");
            require(!options.forEachInBody(), "forEachInBody=true needs forEach, whose values it adds to the body");
            return null;
        }
        List<String> parameters =
                Stream.of(options.forEach().split(",")).map(String::strip).toList();
        Set<String> different = new LinkedHashSet<>(parameters);
        require(different.size() == parameters.size(), "forEach=" + options.forEach() + " names a parameter twice");
        parameters.forEach(this::requireParameter);
        String forEach = "forEach=" + String.join(",", parameters);
        require(
                options.forEachIn() != null,
                forEach + " needs forEachIn, its values: a list, file:<path>, action:<Action> or #bean");
        require(
                options.forEachConcurrency() > 0,
                "forEachConcurrency=" + options.forEachConcurrency() + ": must be at least 1");
        require(!options.forEachKeep().isNegative(), "forEachKeep=" + options.forEachKeep() + ": must not be negative");
        require(
                !options.forEachInBody() || binding.output().isOpen(),
                "forEachInBody=true needs outputType=Map or JsonNode. With other types, use the header "
                        + binding.headers().forEach());
        require(
                !options.forEachInBody() || isFeed,
                "forEachInBody=true is not supported with mode=RESPONSE. Use the header "
                        + binding.headers().forEach());
        return new Partitioning(
                parameters,
                source(parameters),
                partition -> binding.action().check().uriParameters(new LinkedHashMap<>(partition.given())),
                options.forEachConcurrency(),
                POLL_WAIT,
                isFeed && binding.action().action().feed() != null
                        ? binding.action().action().feed().list().codes().unavailable()
                        : Map.of(),
                options.forEachKeep());
    }

    private PartitionSource source(List<String> parameters) {
        boolean isAction = options.forEachIn() instanceof String text && text.startsWith(ActionPartitionChain.SCHEME);
        require(
                isAction || options.forEachFrom() == null,
                "forEachFrom=" + options.forEachFrom()
                        + " needs forEachIn=action:<Action>, whose items have such fields");
        if (!isAction) {
            return ListedPartitions.of(binding.name(), parameters, options.forEachIn());
        }
        require(
                options.forEachRefresh().compareTo(Duration.ZERO) > 0,
                "forEachRefresh=" + options.forEachRefresh() + ": must be greater than zero");
        return ActionPartitionChain.source(
                binding,
                parameters,
                ((String) options.forEachIn()).substring(ActionPartitionChain.SCHEME.length()),
                options.forEachFrom() == null ? null : ActionPartitionChain.fields(options.forEachFrom()),
                options.forEachRefresh(),
                clock,
                lists);
    }

    private void requireParameter(String parameter) {
        Action action = binding.action().action();
        require(
                action.parameters().containsKey(parameter) || options.validation() != Validation.STRICT,
                "forEach='" + parameter + "' is not a parameter of this action"
                        + Suggestion.hint(parameter, action.parameters().keySet()));
        require(
                !binding.action().check().uriParameters().has(parameter),
                "parameter '" + parameter + "' is set in the URI and by forEach. Remove it from the URI");
        require(
                action.feed() == null
                        || !isFeed
                        || !FeedFactory.ownParameters(action).contains(parameter),
                "forEach='" + parameter + "' is set by the feed for each call. Choose another parameter");
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new InvalidRequestException(binding.name() + ": " + problem + ".");
        }
    }
}
