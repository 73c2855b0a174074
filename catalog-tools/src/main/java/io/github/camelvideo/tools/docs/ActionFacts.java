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
package io.github.camelvideo.tools.docs;

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A short list of what must be known of an action beside its fields. */
final class ActionFacts {

    /** Where a document lists nearly all codes of the API for an action, the list tells nothing. */
    private static final int MAX_ERRORS = 20;

    private ActionFacts() {}

    static String of(ApiCatalog api, Action action, PageSettings settings) {
        List<String> facts = new ArrayList<>();
        facts.add((action.mutates() ? "Changes something" : "Only reads") + rate(action) + region(api, action));
        if (action.wire().method() != null) {
            facts.add(wire(api, action));
        }
        if (action.paging() != null) {
            facts.add(paging(action.paging()));
        }
        if (FeedSentence.isReady(action)) {
            facts.add(FeedSentence.of(action.feed(), settings.feedGuide()));
        }
        facts.add(errors(action.errors()));
        return facts.stream().map(fact -> "- " + fact + ".\n").collect(Collectors.joining());
    }

    private static String rate(Action action) {
        return action.rateLimit() == null ? "" : "; at most " + action.rateLimit() + " calls per second";
    }

    private static String region(ApiCatalog api, Action action) {
        return switch (action.region()) {
            case NONE -> api.regions().isEmpty() ? "" : "; takes no region";
            case REQUIRED -> "; needs a region" + allowed(action);
            case OPTIONAL -> "; takes a region" + allowed(action);
        };
    }

    private static String allowed(Action action) {
        return action.regions().isEmpty() || action.regions().size() > 3
                ? ""
                : " (" + Markdown.codes(action.regions()) + ")";
    }

    private static String wire(ApiCatalog api, Action action) {
        Action.Wire wire = action.wire();
        String path = wire.path() == null ? api.path() : wire.path();
        return "On the wire " + Markdown.code(wire.method() + (path == null ? "" : " " + path))
                + (wire.host() == null ? "" : " at " + Markdown.code(wire.host()))
                + (wire.name().equals(action.name()) ? "" : ", interface " + Markdown.code(wire.name()))
                + (wire.body() == Action.Body.JSON
                        ? ""
                        : ", body as " + wire.body().name().toLowerCase(Locale.ROOT));
    }

    private static String paging(Paging paging) {
        String size = paging.sizeParameter() == null ? "" : " and " + Markdown.code(paging.sizeParameter());
        String most = paging.maxSize() == null ? "" : ", at most " + paging.maxSize();
        return "Paged by " + Markdown.code(paging.pageParameter()) + size + most
                + ": `paging=ALL` and `paging=STREAM` read " + Markdown.code(paging.items()) + " of all pages";
    }

    private static String errors(List<String> codes) {
        if (codes.isEmpty()) {
            return "Errors: any of the [error codes](#error-codes)";
        }
        return "[Errors](#error-codes): "
                + (codes.size() > MAX_ERRORS
                        ? "the vendor lists " + codes.size() + " for this action"
                        : Markdown.codes(codes));
    }
}
