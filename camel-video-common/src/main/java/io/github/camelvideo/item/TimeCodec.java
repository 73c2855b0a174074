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
package io.github.camelvideo.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.FeedSpec.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes, reads and rounds points in time in one format of a vendor. Immutable.
 *
 * <p>A local time is ambiguous in the hour that its zone repeats in autumn. A window is written so that it covers its span whichever
 * meaning the vendor takes, and an item has both meanings, of which the one inside the window asked for is right.
 */
public final class TimeCodec {

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN_ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(\\.\\d*)?");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BASIC_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BASIC_MONTH =
            DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern MINUTE_IN_TEXT = Pattern.compile("(?<!\\d)\\d{8}-\\d{4}(?!\\d)");
    private static final Pattern BLANKS = Pattern.compile("\\s*([-:])\\s*");
    private static final long LAST_SECOND = 253_402_300_799L; // end of the year 9999

    private final TimeFormat format;
    private final ZoneId zone;

    /** @param zone zone of the formats without one; UTC when null */
    public TimeCodec(TimeFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone == null ? ZoneOffset.UTC : zone;
    }

    /** The begin of a window: not later than the moment, whichever meaning the vendor takes. */
    public String writeBegin(Instant time) {
        ZoneOffsetTransition repeated = repeatedHour(time);
        return repeated != null && time.isBefore(repeated.getInstant())
                ? LOCAL.format(repeated.getDateTimeAfter().minusSeconds(1))
                : write(time);
    }

    /** The end of a window: not earlier than the moment, whichever meaning the vendor takes. */
    public String writeEnd(Instant time) {
        ZoneOffsetTransition repeated = repeatedHour(time);
        return repeated != null && !time.isBefore(repeated.getInstant())
                ? LOCAL.format(repeated.getDateTimeBefore())
                : write(time);
    }

    /** The change of offset by which the local text of a moment has two meanings, or null. */
    private ZoneOffsetTransition repeatedHour(Instant time) {
        if (format != TimeFormat.LOCAL || zone.getRules().isFixedOffset()) {
            return null;
        }
        ZoneOffsetTransition change =
                zone.getRules().getTransition(floor(time).atZone(zone).toLocalDateTime());
        return change != null && change.isOverlap() ? change : null;
    }

    /** The moment as the vendor wants it, cut to the resolution. */
    private String write(Instant time) {
        return switch (format) {
            case ISO -> WRITTEN_ISO.format(floor(time).atZone(zone));
            case LOCAL -> LOCAL.format(floor(time).atZone(zone));
            case LOCAL_MINUTE -> LOCAL_MINUTE.format(floor(time).atZone(zone));
            case DATE -> floor(time).atZone(zone).toLocalDate().toString();
            case BASIC_DATE -> BASIC_DATE.format(floor(time).atZone(zone));
            case BASIC_MONTH -> BASIC_MONTH.format(floor(time).atZone(zone));
            case EPOCH_SECONDS -> Long.toString(time.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(time.toEpochMilli());
            case MINUTE_IN_TEXT -> throw new IllegalStateException("A window cannot be asked for in this format");
        };
    }

    /** The moment, or null when the value is not in this format. Zero is no time: vendors write it for "none". */
    public ItemTime read(JsonNode value) {
        if (value == null || value.isNull() || value.isContainerNode()) {
            return null;
        }
        String text = value.asText().trim();
        try {
            return switch (format) {
                case ISO -> ItemTime.at(iso(text));
                case LOCAL -> local(text);
                case MINUTE_IN_TEXT -> minute(text);
                case LOCAL_MINUTE -> inZone(LocalDateTime.parse(text, LOCAL_MINUTE));
                case DATE -> startOf(LocalDate.parse(text));
                case BASIC_DATE -> startOf(LocalDate.parse(text, BASIC_DATE));
                case BASIC_MONTH -> startOf(YearMonth.parse(text, BASIC_MONTH).atDay(1));
                case EPOCH_SECONDS -> number(text, 1000);
                case EPOCH_MILLIS -> number(text, 1);
            };
        } catch (DateTimeException e) {
            return null; // not this format; the caller tries the next one and reports when none fits
        }
    }

    /** The moment in the first format that fits, or null. */
    public static ItemTime readAny(List<TimeCodec> formats, JsonNode value) {
        for (TimeCodec format : formats) {
            ItemTime time = format.read(value);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /** What most vendors write is read without a formatter, which would take a sixth of the time of reading a list. */
    private static Instant iso(String text) {
        Instant usual = SecondsText.parse(text);
        return usual != null ? usual : OffsetDateTime.parse(text, ISO).toInstant();
    }

    /** Some documents print blanks around hyphens and colons. */
    private ItemTime local(String text) {
        String tight = text.indexOf(' ') == text.lastIndexOf(' ')
                ? text
                : BLANKS.matcher(text).replaceAll("$1");
        return inZone(LocalDateTime.parse(tight, LOCAL));
    }

    private ItemTime minute(String text) {
        Matcher found = MINUTE_IN_TEXT.matcher(text);
        return found.find() ? inZone(LocalDateTime.parse(found.group(), MINUTE)) : null;
    }

    private ItemTime startOf(LocalDate day) {
        return ItemTime.at(day.atStartOfDay(zone).toInstant());
    }

    private ItemTime inZone(LocalDateTime local) {
        ZonedDateTime time = local.atZone(zone);
        return new ItemTime(time.toInstant(), time.withLaterOffsetAtOverlap().toInstant());
    }

    private static ItemTime number(String text, long millis) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return null;
        }
        long value = Long.parseLong(number.group(1));
        return value == 0 || value / (1000 / millis) > LAST_SECOND
                ? null
                : ItemTime.at(Instant.ofEpochMilli(Math.multiplyExact(value, millis)));
    }

    /** The last moment not after the given one that the format can express. */
    public Instant floor(Instant time) {
        return switch (format) {
            case ISO, LOCAL, EPOCH_SECONDS -> time.truncatedTo(ChronoUnit.SECONDS);
            case EPOCH_MILLIS -> time.truncatedTo(ChronoUnit.MILLIS);
            case MINUTE_IN_TEXT, LOCAL_MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case DATE, BASIC_DATE ->
                time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            case BASIC_MONTH -> month(time).atStartOfDay(zone).toInstant();
        };
    }

    private LocalDate month(Instant time) {
        return time.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    /** The first moment after the given one that the format can express. */
    public Instant next(Instant time) {
        return switch (format) {
            case ISO, LOCAL, EPOCH_SECONDS -> floor(time).plusSeconds(1);
            case EPOCH_MILLIS -> floor(time).plusMillis(1);
            case MINUTE_IN_TEXT, LOCAL_MINUTE -> floor(time).plus(1, ChronoUnit.MINUTES);
            case DATE, BASIC_DATE ->
                time.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case BASIC_MONTH -> month(time).plusMonths(1).atStartOfDay(zone).toInstant();
        };
    }

    /** The first moment not before the given one that the format can express. */
    public Instant ceil(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : next(time);
    }

    /** Whether a moment can be written in the format. */
    public boolean isWritten() {
        return format != TimeFormat.MINUTE_IN_TEXT;
    }

    /** Whether a value stands for a whole day. */
    public boolean isDate() {
        return format == TimeFormat.DATE || format == TimeFormat.BASIC_DATE;
    }
}
