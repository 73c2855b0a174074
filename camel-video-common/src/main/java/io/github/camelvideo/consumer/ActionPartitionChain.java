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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.ListSpec.ForEach;
import io.github.camelvideo.catalog.ListSpec.From;
import io.github.camelvideo.catalog.ListSpec.Need;
import io.github.camelvideo.feed.partition.PartitionSource;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.WholeList;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiResponse;
import io.github.camelvideo.request.InvalidRequestException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Finds the lists behind {@code forEachIn=action:<Action>}. What an action's items give comes from the catalog, or from the option
 * {@code forEachFrom}. Where the action needs a value itself, the catalog says which action lists it, and so on.
 */
final class ActionPartitionChain {

    static final String SCHEME = "action:";

    /** More lists in a chain than any API has: a catalog that goes round in circles. */
    private static final int MAX_LEVELS = 4;

    private final EndpointBinding binding;
    private final List<ActionPartitions.Level> levels = new ArrayList<>();

    private ActionPartitionChain(EndpointBinding binding) {
        this.binding = binding;
    }

    /**
     * @param parameters the parameters that tell the partitions apart
     * @param text the action, perhaps with a question mark and parameters of its calls
     * @param thread reads the lists
     * @param fields fields of its items that are the values, in the order of the parameters; null for those of the catalog
     * @throws InvalidRequestException when the action cannot list values of the parameters
     */
    static PartitionSource source(
            EndpointBinding binding,
            List<String> parameters,
            String text,
            List<String> fields,
            Duration refresh,
            Clock clock,
            Executor thread) {
        ActionPartitionChain chain = new ActionPartitionChain(binding);
        int mark = text.indexOf('?');
        String action = mark < 0 ? text : text.substring(0, mark);
        Optional<ForEach> known = known(binding.action().action(), parameters, action);
        From from = known.map(ForEach::from).orElse(null);
        chain.add(
                action,
                parameters,
                known.map(ForEach::optional).orElse(Set.of()),
                fields == null ? from : with(fields, from),
                mark < 0 ? Map.of() : query(text.substring(mark + 1)));
        return new ActionPartitions(binding.name(), parameters, chain.levels, refresh, clock, thread);
    }

    private static Optional<ForEach> known(Action action, List<String> parameters, String source) {
        return action.feed() == null
                ? Optional.empty()
                : action.feed().list().forEach().stream()
                        .filter(each -> each.parameters().equals(parameters)
                                && each.from() != null
                                && each.from().action().equals(source))
                        .findFirst();
    }

    private static From with(List<String> fields, From known) {
        return known == null
                ? new From(null, null, null, Map.of(), fields, Map.of())
                : new From(known.api(), known.action(), known.items(), known.carry(), fields, known.parameters());
    }

    private static Map<String, String> query(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Adds the lists that this one needs, then this one. */
    private void add(String name, List<String> parameters, Set<String> optional, From from, Map<String, String> query) {
        EndpointClient client = binding.otherClient().apply(name);
        Action action = binding.action().api().action(name);
        require(
                levels.size() < MAX_LEVELS,
                "action:" + name + ": the catalog leads to more than " + MAX_LEVELS + " lists");
        require(
                action != null && !action.mutates(),
                "action:" + name + ": this action does not only list. Choose one that changes nothing");
        From source = complete(name, action, parameters, from);
        require(
                source.api() == null
                        || source.api().equals(binding.action().api().id()),
                "action:" + name + ": it belongs to the API '" + source.api() + "'. Give the values as a list");
        ObjectNode base = ExactJson.object();
        source.parameters().forEach(base::set);
        query.forEach((parameter, value) -> base.set(parameter, client.typed(parameter, value)));
        outer(action, base)
                .ifPresent(
                        each -> add(each.from().action(), each.parameters(), each.optional(), each.from(), Map.of()));
        WholeList list = new WholeList(
                binding.name() + ": action:" + name,
                listOf(source, action),
                action,
                page -> {
                    ApiResponse answer = EndpointClient.await(client.call(page));
                    return new PageAnswer(answer.body(), answer.date());
                },
                client.clock());
        levels.add(new ActionPartitions.Level(source, parameters, optional, base, list::read, client::typed));
    }

    private static ListSpec listOf(From source, Action action) {
        ListSpec known = action.feed() == null ? null : action.feed().list();
        ListSpec list = ListSpec.of(source.items(), source.fields()).withCarry(source.carry());
        return known == null ? list : list.withPageSize(known.pageSize());
    }

    private From complete(String name, Action action, List<String> parameters, From from) {
        List<String> fields = from == null ? parameters : from.fields();
        require(
                fields.size() == parameters.size(),
                "forEachFrom=" + String.join(",", fields) + " must name " + parameters.size()
                        + " fields, one for each of " + String.join(",", parameters));
        if (from != null && from.items() != null) {
            return from;
        }
        String items = action.feed() != null
                ? action.feed().items()
                : action.paging() != null ? action.paging().items() : null;
        require(
                items != null,
                "action:" + name + ": the catalog does not say where its list is. Give the values as a list");
        Map<String, String> carry =
                action.feed() == null ? Map.of() : action.feed().list().carry();
        return new From(null, name, items, carry, fields, Map.of());
    }

    /** What the action itself needs a value for, and an action lists. */
    private static Optional<ForEach> outer(Action action, ObjectNode given) {
        if (action.feed() == null) {
            return Optional.empty();
        }
        return action.feed().list().forEach().stream()
                .filter(each -> each.need() == Need.REQUIRED && each.from() != null)
                .filter(each -> each.parameters().stream().noneMatch(given::has))
                .findFirst();
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new InvalidRequestException(binding.name() + ": forEachIn=" + problem + ".");
        }
    }

    /** Reads a text as the fields of {@code forEachFrom}. */
    static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        for (String field : text.split(",")) {
            fields.add(field.strip());
        }
        return fields;
    }
}
