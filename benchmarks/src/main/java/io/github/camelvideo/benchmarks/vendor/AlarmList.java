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
package io.github.camelvideo.benchmarks.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Alarms at an even rate, each with a number of its own and all of the same length, so that a page is one copy out of one array: the
 * vendor must cost next to nothing beside what is measured.
 */
final class AlarmList implements VendorList {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final int FIRST_ID = 100_000_000;

    private static final String ALARM =
            "{\"Id\":#########,\"DeviceId\":\"11000000801320000001\",\"DeviceName\":\"North gate\","
                    + "\"WarnChannel\":\"11000000801310000001\",\"WarnLevel\":2,\"WarnLevelName\":\"medium\",\"WarnMode\":5,"
                    + "\"WarnModeName\":\"video alarm\",\"WarnType\":2,\"Del\":0,\"CreateTime\":\"@@@@@@@@@@@@@@@@@@@+08:00\","
                    + "\"UpdateTime\":\"@@@@@@@@@@@@@@@@@@@+08:00\"},";

    private static final byte[] MIDDLE = ",\"Data\":[".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final long first;
    private final int atOnce;
    private final int every;
    private final int count;
    private final byte[] alarms;

    /**
     * @param first second of the first alarm
     * @param atOnce alarms of one second
     * @param every seconds from those to the next
     * @param count alarms in all, those of the future included
     */
    AlarmList(Instant first, int atOnce, int every, int count) {
        this.first = first.getEpochSecond();
        this.atOnce = atOnce;
        this.every = every;
        this.count = count;
        int length = ALARM.length();
        this.alarms = new byte[Math.multiplyExact(count, length)];
        byte[] template = ALARM.getBytes(StandardCharsets.US_ASCII);
        int id = ALARM.indexOf('#');
        int created = ALARM.indexOf('@');
        int updated = ALARM.lastIndexOf('@') - 18;
        byte[] time = null;
        for (int i = 0; i < count; i++) {
            if (i % atOnce == 0) {
                time = time(this.first + (long) i / atOnce * every);
            }
            int at = i * length;
            System.arraycopy(template, 0, alarms, at, length);
            byte[] number = Integer.toString(FIRST_ID + i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(number, 0, alarms, at + id, number.length);
            System.arraycopy(time, 0, alarms, at + created, time.length);
            System.arraycopy(time, 0, alarms, at + updated, time.length);
        }
    }

    private static byte[] time(long second) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME
                .format(LocalDateTime.ofEpochSecond(second, 0, CHINA))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] answer(JsonNode request, long now) {
        int offset = request.path("Offset").asInt(0);
        int limit = request.path("Limit").asInt(20);
        // one list for all: it stands for the account, and single devices have none
        if (request.has("DeviceId")) {
            return page(now + 1, now, now, offset, limit, false);
        }
        long begin = second(request.path("DateBegin").asText(), now - 30L * 24 * 3600);
        long end = second(request.path("DateEnd").asText(), now);
        return page(begin, end, now, offset, limit, request.path("OrderType").asInt(1) == 1);
    }

    private static long second(String text, long missing) {
        return text.isEmpty() ? missing : LocalDateTime.parse(text, LOCAL).toEpochSecond(CHINA);
    }

    /**
     * The answer to a call, as the vendor's envelope has it.
     *
     * @param begin first second of the window
     * @param end last second of the window
     * @param now nothing later is listed
     */
    private byte[] page(long begin, long end, long now, int offset, int limit, boolean descending) {
        int from = index(begin);
        int to = Math.max(from, index(Math.min(end, now) + 1));
        int total = to - from;
        int size = Math.max(0, Math.min(limit, total - offset));
        int length = ALARM.length();
        byte[] start = ("{\"Response\":{\"Total\":" + total).getBytes(StandardCharsets.US_ASCII);
        int data = Math.max(0, size * length - 1);
        byte[] page = new byte[start.length + MIDDLE.length + data + END.length];
        System.arraycopy(start, 0, page, 0, start.length);
        System.arraycopy(MIDDLE, 0, page, start.length, MIDDLE.length);
        int at = start.length + MIDDLE.length;
        if (descending) {
            for (int i = 0; i < size; i++) {
                int alarm = to - 1 - offset - i;
                System.arraycopy(alarms, alarm * length, page, at + i * length, i < size - 1 ? length : length - 1);
            }
        } else if (size > 0) {
            System.arraycopy(alarms, (from + offset) * length, page, at, data);
        }
        System.arraycopy(END, 0, page, at + data, END.length);
        return page;
    }

    /** Index of the first alarm of a second, within the list. */
    private int index(long second) {
        long index = -Math.floorDiv(first - second, every) * atOnce;
        return (int) Math.max(0, Math.min(count, index));
    }
}
