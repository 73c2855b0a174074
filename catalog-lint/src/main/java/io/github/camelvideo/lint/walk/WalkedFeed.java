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
package io.github.camelvideo.lint.walk;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec.Codes;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.feed.delivery.FeedFactory;
import io.github.camelvideo.simulator.feed.FeedScenario;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A feed that a catalog declares, and the options of the URI that consumes it. */
record WalkedFeed(ApiCatalog api, Action action) {

    FeedSpec spec() {
        return action.feed();
    }

    Codes codes() {
        return spec().list().codes();
    }

    boolean isWholeAnswer() {
        return spec().list().isWholeAnswer();
    }

    /** Names of fields whose values are secret. */
    Set<String> secrets() {
        return ItemType.of(api, action).secrets();
    }

    FeedScenario scenario() {
        return FeedScenario.of(api, action);
    }

    /** Items that a call asks for: as few as the vendor allows, or null where a call cannot say. */
    Integer pageSize() {
        if (action.paging() == null || action.paging().sizeParameter() == null) {
            return null;
        }
        Field size = action.parameters().get(action.paging().sizeParameter());
        return size == null || size.min() == null ? 2 : Math.max(2, size.min().intValue());
    }

    /** Items of a page; zero where there are no pages. */
    int pageLength(FeedScenario scenario) {
        return pageSize() == null ? scenario.defaultPageSize() : pageSize();
    }

    /** The options that the feed needs: region, partitions, parameters without which the vendor refuses a call. */
    String options(FeedScenario scenario) {
        StringBuilder options = new StringBuilder();
        if (action.region() == Action.RegionRule.REQUIRED) {
            options.append("&region=").append(action.regions().get(0));
        }
        if (spec() instanceof SnapshotSpec) {
            options.append("&initial=announce");
        }
        if (pageSize() != null) {
            options.append("&pageSize=").append(pageSize());
        }
        Set<String> supplied = new HashSet<>(FeedFactory.suppliedParameters(action));
        List<String> parameters = scenario.partitionParameters();
        if (!parameters.isEmpty()) {
            List<String> tuples = scenario.partitions().stream()
                    .map(partition -> String.join(",", partition.values()))
                    .toList();
            options.append("&forEach=")
                    .append(String.join(",", parameters))
                    .append("&forEachIn=RAW(")
                    .append(String.join(parameters.size() == 1 ? "," : ";", tuples))
                    .append(")");
            supplied.addAll(parameters);
        }
        action.parameters().values().stream()
                .filter(field -> field.required() && !supplied.contains(field.name()))
                .forEach(field -> options.append("&")
                        .append(field.name())
                        .append("=RAW(")
                        .append(sample(field))
                        .append(")"));
        return options.toString();
    }

    private static String sample(Field field) {
        FieldType type = field.type().isArray() ? field.type().item() : field.type();
        if (!field.values().isEmpty()) {
            return field.values().get(0);
        }
        return switch (type.kind()) {
            case INTEGER -> field.min() == null ? "1" : field.min().toString();
            case BOOLEAN -> "true";
            case FLOAT -> "1.5";
            default -> "sample";
        };
    }
}
