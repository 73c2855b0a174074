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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.paging.Paginator;
import io.github.camelvideo.protocol.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes the reply of an endpoint out of one call or of the calls of all pages, without waiting for any. */
final class PagedCalls {

    private PagedCalls() {}

    static CompletionStage<CallResult> of(VideoEndpoint endpoint, ObjectNode parameters) {
        return switch (endpoint.getConfiguration().getPaging()) {
            case ONE -> endpoint.client().call(parameters).thenApply(answer -> one(endpoint, answer));
            case ALL -> new AllPages(endpoint).read(parameters);
            case STREAM -> endpoint.client().call(parameters).thenApply(answer -> stream(endpoint, parameters, answer));
        };
    }

    private static CallResult one(VideoEndpoint endpoint, ApiResponse answer) {
        Long total = total(endpoint, answer);
        Object body = answer.file() == null
                ? endpoint.output().convert(answer.body())
                : answer.file().content();
        return reply(endpoint, body, total, answer);
    }

    private static CallResult stream(VideoEndpoint endpoint, ObjectNode parameters, ApiResponse first) {
        return reply(endpoint, new ItemIterator(endpoint, parameters, first.body()), total(endpoint, first), first);
    }

    private static Long total(VideoEndpoint endpoint, ApiResponse answer) {
        Paginator pages = endpoint.action().pages();
        return pages == null ? null : pages.total(answer.body());
    }

    private static CallResult reply(VideoEndpoint endpoint, Object body, Long total, ApiResponse answer) {
        return new CallResult(body, endpoint.action().callName(), answer.requestId(), total, answer.file());
    }

    /** Reads page after page; each thread that receives one asks for the next. */
    private static final class AllPages {

        private final VideoEndpoint endpoint;
        private final List<JsonNode> items = new ArrayList<>();
        private ApiResponse first;

        AllPages(VideoEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        CompletionStage<CallResult> read(ObjectNode parameters) {
            return endpoint.client().call(parameters).thenCompose(answer -> {
                if (first == null) {
                    first = answer;
                }
                endpoint.action().pages().items(answer.body()).forEach(items::add);
                int most = endpoint.maxItems();
                ObjectNode next = items.size() >= most
                        ? null
                        : endpoint.action().pages().next(parameters, answer.body(), items.size());
                if (next != null) {
                    return read(next);
                }
                List<JsonNode> bounded = items.size() > most ? items.subList(0, most) : items;
                return CompletableFuture.completedFuture(
                        reply(endpoint, endpoint.output().convertAll(bounded), total(endpoint, first), first));
            });
        }
    }
}
