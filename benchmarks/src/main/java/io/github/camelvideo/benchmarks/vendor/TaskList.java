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

/** Tasks of an hour, at an even rate. As the vendor does, it lists those that lie in a window as a whole. */
final class TaskList implements VendorList {

    private static final int LENGTH = 3_600;
    private static final int PAGE = 100;

    private final long first;
    private final int atOnce;
    private final int every;
    private final int count;

    TaskList(Instant first, int atOnce, int every, int count) {
        this.first = first.getEpochSecond();
        this.atOnce = atOnce;
        this.every = every;
        this.count = count;
    }

    @Override
    public byte[] answer(JsonNode request, long now) {
        int from = index(request.path("StartTime").asLong());
        int to = Math.max(from, index(Math.min(request.path("EndTime").asLong() - LENGTH, now) + 1));
        int begin = Math.min(to, Math.max(from, request.path("ScrollToken").asInt(0)));
        int end = Math.min(to, begin + PAGE);
        StringBuilder page = new StringBuilder("{\"Response\":{\"ScrollToken\":\"")
                .append(end < to ? Integer.toString(end) : "")
                .append("\",\"TaskList\":[");
        for (int task = begin; task < end; task++) {
            long start = first + (long) task / atOnce * every;
            page.append(task == begin ? "" : ",")
                    .append("{\"TaskId\":\"")
                    .append(100_000_000 + task)
                    .append(
                            "\",\"DomainName\":\"push.example.com\",\"AppName\":\"live\",\"StreamName\":\"stream-7\",\"StartTime\":")
                    .append(start)
                    .append(",\"EndTime\":")
                    .append(start + LENGTH)
                    .append(",\"TemplateId\":42,\"Stopped\":0}");
        }
        page.append(new String(END, StandardCharsets.US_ASCII));
        return page.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Index of the first task that begins at a second or later, within the list. */
    private int index(long second) {
        return (int) Math.max(0, Math.min(count, -Math.floorDiv(first - second, every) * atOnce));
    }
}
