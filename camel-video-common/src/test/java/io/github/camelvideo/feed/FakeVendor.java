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
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A vendor's list in memory: sorted by time, paged by offset, cut by window with both ends inclusive, and changeable in between. */
public final class FakeVendor implements PageReader {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * One item.
     *
     * @param listedFrom when it appears in the list, by the vendor's clock
     */
    public record Row(long id, Instant time, Instant listedFrom) {}

    private static final int DATE_LENGTH = "2021-05-25".length();

    /** How a window's local time is taken in the hour that comes twice. */
    public enum Meaning {
        EARLIER,
        LATER,
        /** Not at all: the texts of windows and rows are compared. */
        TEXT
    }

    /** What the vendor counts: all rows of the window, or those of the page, or whatever comes to its mind. */
    @FunctionalInterface
    public interface Total {
        /** @return null for no total */
        Long of(int inWindow, int onPage);
    }

    public final List<Row> rows = new ArrayList<>();
    public final List<ObjectNode> calls = new ArrayList<>();
    /** Told the number of the call before it is answered, from 1. */
    public IntConsumer beforeCall = call -> {};
    /** Changes an answer on its way. */
    public Function<ObjectNode, JsonNode> answer = node -> node;
    /** How a row's time is written. */
    public Function<Instant, String> timeText =
            time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));

    /** The order of the list. */
    public Comparator<Row> order = Comparator.comparing(Row::time).thenComparing(Row::id);
    /** Rows that stand on a page and are taken off it before it is sent, as vendors do for want of rights. */
    public Predicate<Row> shown = row -> true;

    public Total total = (inWindow, onPage) -> (long) inWindow;
    /** Pages are counted from 1 instead of rows from 0. */
    public boolean byPage;

    /** The zone of windows, and how the vendor takes a text that it could have meant twice. */
    public ZoneId zone = ZONE;

    public Meaning meaning = Meaning.EARLIER;

    public long fullestWindow;

    /** The vendor's clock: what appears later is not listed yet. Null lists everything. */
    public Supplier<Instant> present;

    /** The vendor's clock as responses tell it; null tells nothing. */
    public Supplier<Instant> date = () -> null;
    /** Hears of each {@link #date}. */
    public Consumer<Instant> told = date -> {};

    public void add(long id, Instant time) {
        add(id, time, Instant.MIN);
    }

    public void add(long id, Instant time, Instant listedFrom) {
        rows.add(new Row(id, time, listedFrom));
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
        Instant date = this.date.get();
        told.accept(date);
        Instant now = present == null ? Instant.MAX : present.get();
        List<Row> found = rows.stream()
                .filter(window(parameters).and(row -> !row.listedFrom().isAfter(now)))
                .sorted(order)
                .toList();
        int limit = parameters.get("Limit").asInt();
        int at = parameters.get("Offset").asInt();
        int offset = byPage ? (at - 1) * limit : at;
        if (offset > 0) {
            fullestWindow = Math.max(fullestWindow, found.size());
        }
        List<Row> onPage =
                found.stream().skip(offset).limit(limit).filter(shown).toList();
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        Long counted = total.of((int) found.stream().filter(shown).count(), onPage.size());
        if (counted != null) {
            page.put("Total", counted);
        }
        var data = page.putArray("Data");
        onPage.forEach(row -> data.addObject().put("Id", row.id()).put("CreateTime", timeText.apply(row.time())));
        return new PageAnswer(answer.apply(page), date);
    }

    /** Both ends belong to the window, the last one with its whole second. */
    private Predicate<Row> window(ObjectNode parameters) {
        String begin = parameters.get("DateBegin").asText();
        String end = parameters.get("DateEnd").asText();
        boolean isDate = begin.length() == DATE_LENGTH;
        if (isDate || meaning == Meaning.TEXT) {
            DateTimeFormatter format = isDate ? DateTimeFormatter.ISO_LOCAL_DATE : LOCAL;
            return row -> {
                String text = format.format(row.time().atZone(zone));
                return text.compareTo(begin) >= 0 && text.compareTo(end) <= 0;
            };
        }
        Instant first = time(parameters, "DateBegin");
        Instant last = time(parameters, "DateEnd").plusMillis(999);
        return row -> !row.time().isBefore(first) && !row.time().isAfter(last);
    }

    private Instant time(ObjectNode parameters, String name) {
        ZonedDateTime time =
                LocalDateTime.parse(parameters.get(name).asText(), LOCAL).atZone(zone);
        return (meaning == Meaning.LATER ? time.withLaterOffsetAtOverlap() : time).toInstant();
    }

    public static Instant utc(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
