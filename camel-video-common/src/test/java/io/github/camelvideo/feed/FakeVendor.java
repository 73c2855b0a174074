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
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.feed.read.PageReader;
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
import java.util.function.Supplier;

/** A vendor's list in memory: sorted by time, paged by offset, cut by window with both ends inclusive, and changeable in between. */
public final class FakeVendor implements PageReader {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    public record Row(long id, Instant time) {}

    public final List<Row> rows = new ArrayList<>();
    public final List<ObjectNode> calls = new ArrayList<>();
    /** Told the number of the call before it is answered, from 1. */
    public IntConsumer beforeCall = call -> {};
    /** Changes an answer on its way. */
    public Function<ObjectNode, JsonNode> answer = node -> node;
    /** How a row's time is written. */
    public Function<Instant, String> timeText =
            time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));

    public long fullestWindow;

    /** The vendor's clock as responses tell it; null tells nothing. */
    public Supplier<Instant> date = () -> null;

    public void add(long id, Instant time) {
        rows.add(new Row(id, time));
    }

    public void remove(long id) {
        rows.removeIf(row -> row.id() == id);
    }

    @Override
    public PageAnswer read(ObjectNode asked) {
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
        return new PageAnswer(answer.apply(page), date.get());
    }

    private static Instant time(ObjectNode parameters, String name) {
        return LocalDateTime.parse(parameters.get(name).asText(), LOCAL)
                .atZone(ZONE)
                .toInstant();
    }

    public static Instant utc(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
