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
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.camel.RuntimeCamelException;

/**
 * The items of a paged list, holding one page at a time. For one thread, such as that of a splitter: it waits when it needs the next
 * page.
 */
final class ItemIterator implements Iterator<Object> {

    private final VideoEndpoint endpoint;
    private final Paginator pages;
    private ObjectNode asked;
    private JsonNode answer;
    private Iterator<JsonNode> page;
    private long read;
    private long given;

    ItemIterator(VideoEndpoint endpoint, ObjectNode asked, JsonNode firstAnswer) {
        this.endpoint = endpoint;
        this.pages = endpoint.action().pages();
        take(asked, firstAnswer);
    }

    private void take(ObjectNode parameters, JsonNode body) {
        asked = parameters;
        answer = body;
        page = pages.items(body).iterator();
        read += pages.items(body).size();
    }

    /**
     * @throws io.github.camelvideo.protocol.ApiException when the next page cannot be read
     */
    @Override
    public boolean hasNext() {
        if (given >= endpoint.maxItems()) {
            return false;
        }
        while (!page.hasNext()) {
            ObjectNode next = pages.next(asked, answer, read);
            if (next == null) {
                return false;
            }
            take(next, call(next).body());
        }
        return true;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        return endpoint.output().convert(page.next());
    }

    private ApiResponse call(ObjectNode parameters) {
        try {
            return EndpointClient.await(endpoint.client().call(parameters));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException("Interrupted while reading the next page of " + endpoint.displayName(), e);
        }
    }
}
