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
package io.github.camelvideo.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** A vendor's list in memory: sorted by time, paged by offset, cut by window with both ends inclusive, and changeable in between. */
final class FakeVendor implements PageReader {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    record Row(long id, Instant time) {}

    final List<Row> rows = new ArrayList<>();
    final List<ObjectNode> calls = new ArrayList<>();
    /** Told the number of the call before it is answered, from 1. */
    IntConsumer beforeCall = call -> {};
    /** Changes an answer on its way. */
    Function<ObjectNode, JsonNode> answer = node -> node;
    /** How a row's time is written. */
    Function<Instant, String> timeText = time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));

    long fullestWindow;

    void add(long id, Instant time) {
        rows.add(new Row(id, time));
    }

    void remove(long id) {
        rows.removeIf(row -> row.id() == id);
    }

    @Override
    public JsonNode read(ObjectNode asked) {
        // a test may change what arrives, not what was asked
        ObjectNode parameters = asked.deepCopy();
        calls.add(parameters);
        beforeCall.accept(calls.size());
        Instant begin = time(parameters, "DateBegin");
        Instant end = time(parameters, "DateEnd").plusMillis(999);
        List<Row> found = rows.stream()
                .filter(row -> !row.time().isBefore(begin) && !row.time().isAfter(end))
                .sorted(Comparator.comparing(Row::time).thenComparing(Row::id))
                .toList();
        int offset = parameters.get("Offset").asInt();
        int limit = parameters.get("Limit").asInt();
        if (offset > 0) {
            fullestWindow = Math.max(fullestWindow, found.size());
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode().put("Total", found.size());
        var data = page.putArray("Data");
        found.stream().skip(offset).limit(limit).forEach(row -> data.addObject()
                .put("Id", row.id())
                .put("CreateTime", timeText.apply(row.time())));
        return answer.apply(page);
    }

    private static Instant time(ObjectNode parameters, String name) {
        return LocalDateTime.parse(parameters.get(name).asText(), LOCAL)
                .atZone(ZONE)
                .toInstant();
    }

    static Instant utc(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
