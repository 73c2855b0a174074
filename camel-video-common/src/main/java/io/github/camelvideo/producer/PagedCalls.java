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
package io.github.camelvideo.producer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.binding.EndpointBinding;
import io.github.camelvideo.paging.ListPages;
import io.github.camelvideo.paging.Paginator;
import io.github.camelvideo.paging.PagingMode;
import io.github.camelvideo.protocol.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the result of an endpoint's call out of one page or of all, without waiting for any. */
public final class PagedCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PagedCalls.class);

    private PagedCalls() {}

    /** Begins the call, or the first of the calls, and returns at once. */
    public static CompletionStage<CallResult> call(EndpointBinding binding, PagingMode paging, ObjectNode parameters) {
        return switch (paging) {
            case ONE -> binding.client().call(parameters).thenApply(answer -> one(binding, answer));
            case ALL -> new AllPages(binding, parameters).read();
            case STREAM -> binding.client().call(parameters).thenApply(answer -> stream(binding, parameters, answer));
        };
    }

    private static CallResult one(EndpointBinding binding, ApiResponse answer) {
        Object body = answer.file() == null
                ? binding.output().convert(answer.body(), binding.action().callName(), answer.requestId())
                : answer.file().content();
        return result(binding, body, answer, false);
    }

    private static CallResult stream(EndpointBinding binding, ObjectNode parameters, ApiResponse first) {
        return result(binding, new ItemIterator(binding, parameters, first.body()), first, false);
    }

    private static CallResult result(EndpointBinding binding, Object body, ApiResponse answer, boolean truncated) {
        Paginator pages = binding.action().pages();
        Long total = pages == null ? null : pages.total(answer.body());
        return new CallResult(body, binding.action().callName(), answer.requestId(), total, truncated, answer.file());
    }

    /**
     * Tells of a list that is not all that the vendor has.
     *
     * @param listed items read
     * @param truncated whether {@code maxItems} ended the list
     * @param addition what else is to be said then
     */
    static void warnOfEnd(EndpointBinding binding, ListPages pages, long listed, boolean truncated, String addition) {
        if (truncated) {
            LOG.warn(
                    "{}: the list is longer than maxItems={}. The items after that were left out{}. Raise maxItems.",
                    binding.name(),
                    binding.maxItems(),
                    addition);
        } else if (pages.isShortOfTotal()) {
            LOG.warn(
                    "{}: the vendor reports {} items and listed {}. If the list changed while it was read, call again.",
                    binding.name(),
                    pages.total(),
                    listed);
        }
    }

    /** Reads page after page; each thread that receives one asks for the next. */
    private static final class AllPages {

        private final EndpointBinding binding;
        private final ListPages pages;
        private final List<JsonNode> items = new ArrayList<>();
        private ApiResponse first;

        AllPages(EndpointBinding binding, ObjectNode parameters) {
            this.binding = binding;
            this.pages = new ListPages(binding.action().action().paging(), parameters);
        }

        CompletionStage<CallResult> read() {
            return binding.client().call(pages.next()).thenCompose(answer -> {
                if (first == null) {
                    first = answer;
                }
                items.addAll(pages.read(answer.body()));
                boolean isCut = items.size() >= binding.maxItems();
                return pages.next() != null && !isCut ? read() : CompletableFuture.completedFuture(all());
            });
        }

        private CallResult all() {
            int most = binding.maxItems();
            boolean truncated = items.size() > most || items.size() == most && pages.next() != null;
            String header = "; header " + binding.headers().truncated() + " is true";
            warnOfEnd(binding, pages, items.size(), truncated, header);
            List<JsonNode> bounded = items.size() > most ? items.subList(0, most) : items;
            return result(
                    binding,
                    binding.output().convertAll(bounded, binding.action().callName(), first.requestId()),
                    first,
                    truncated);
        }
    }
}
