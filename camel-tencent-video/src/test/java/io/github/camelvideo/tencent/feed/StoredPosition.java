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
package io.github.camelvideo.tencent.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A repository of positions that a test looks into. */
final class StoredPosition {

    /** Options of a feed that keeps its position here; the bean is named {@code offsets}. */
    static final String OPTIONS = "&offsetRepository=#offsets&offsetKey=alarms";

    private final List<Instant> watermarks = new CopyOnWriteArrayList<>();

    private final MemoryStateRepository repository = new MemoryStateRepository() {
        @Override
        public void setState(String key, String value) {
            super.setState(key, value);
            watermarks.add(watermark(value));
        }
    };

    MemoryStateRepository repository() {
        return repository;
    }

    String text() {
        return repository.getState("alarms");
    }

    Instant watermark() {
        return watermark(text());
    }

    /** The watermarks of all positions that were stored, in their order. */
    List<Instant> watermarks() {
        return watermarks;
    }

    private static Instant watermark(String text) {
        try {
            JsonNode position = new ObjectMapper().readTree(text);
            return Instant.parse(position.get("head").get("watermark").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No position: " + text, e);
        }
    }
}
