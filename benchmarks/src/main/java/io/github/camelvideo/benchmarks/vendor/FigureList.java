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

/** A figure for each minute and code, the same for all domains. */
final class FigureList implements VendorList {

    private static final int MINUTE = 60;
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final long first;
    private final int codes;
    private final int minutes;

    /** @param minutes in all, those of the future included */
    FigureList(Instant first, int codes, int minutes) {
        this.first = Math.floorDiv(first.getEpochSecond(), MINUTE) * MINUTE;
        this.codes = codes;
        this.minutes = minutes;
    }

    @Override
    public byte[] answer(JsonNode request, long now) {
        long begin = second(request.path("StartTime").asText());
        long end = Math.min(second(request.path("EndTime").asText()), now - MINUTE);
        StringBuilder page = new StringBuilder("{\"Response\":{\"DataInfoList\":[");
        int from = (int) Math.max(0, -Math.floorDiv(first - begin, MINUTE));
        for (int minute = from; minute < minutes && first + (long) minute * MINUTE <= end; minute++) {
            String time = LOCAL.format(LocalDateTime.ofEpochSecond(first + (long) minute * MINUTE, 0, CHINA));
            for (int code = 0; code < codes; code++) {
                page.append(page.charAt(page.length() - 1) == '[' ? "" : ",")
                        .append("{\"Time\":\"")
                        .append(time)
                        .append("\",\"CodeRate\":")
                        .append(500 * (code + 1))
                        .append(",\"Num\":")
                        .append(minute % 100)
                        .append('}');
            }
        }
        page.append(new String(END, StandardCharsets.US_ASCII));
        return page.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static long second(String text) {
        return LocalDateTime.parse(text, LOCAL).toEpochSecond(CHINA);
    }
}
