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
import io.github.camelvideo.binding.EndpointClient;
import io.github.camelvideo.paging.ListPages;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.camel.RuntimeCamelException;

/**
 * The items of a paged list, holding one page at a time. For one thread, such as that of a splitter: it waits when it needs the next
 * page.
 */
final class ItemIterator implements Iterator<Object> {

    private final EndpointBinding binding;
    private final ListPages pages;
    private Iterator<JsonNode> page;
    private long given;
    private boolean endTold;

    ItemIterator(EndpointBinding binding, ObjectNode asked, JsonNode firstAnswer) {
        this.binding = binding;
        this.pages = new ListPages(binding.action().action().paging(), asked);
        this.page = pages.read(firstAnswer).iterator();
    }

    /**
     * @throws io.github.camelvideo.protocol.ApiException when the next page cannot be read
     */
    @Override
    public boolean hasNext() {
        if (given >= binding.maxItems()) {
            tellEnd(page.hasNext() || pages.next() != null);
            return false;
        }
        while (!page.hasNext() && pages.next() != null) {
            page = pages.read(call(pages.next())).iterator();
        }
        if (!page.hasNext()) {
            tellEnd(false);
        }
        return page.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        return binding.output().convert(page.next(), binding.action().callName(), null);
    }

    private void tellEnd(boolean truncated) {
        if (!endTold) {
            endTold = true;
            PagedCalls.warnOfEnd(binding, pages, given, truncated, "");
        }
    }

    private JsonNode call(ObjectNode parameters) {
        try {
            return EndpointClient.await(binding.client().call(parameters)).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException("Interrupted while reading the next page of " + binding.name(), e);
        }
    }
}
