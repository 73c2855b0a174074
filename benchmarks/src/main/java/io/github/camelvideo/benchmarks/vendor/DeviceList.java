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

/** Devices, each with a name that changes in its turn, and all of them on demand. */
final class DeviceList implements VendorList {

    private final long first;
    private final int every;
    private final int count;
    private volatile int changes;

    /** @param every seconds from a change of one device to that of the next, or 0 for none */
    DeviceList(Instant first, int every, int count) {
        this.first = first.getEpochSecond();
        this.every = every;
        this.count = count;
    }

    @Override
    public void change() {
        changes++;
    }

    @Override
    public byte[] answer(JsonNode request, long now) {
        int from = Math.min(count, request.path("Offset").asInt(0));
        int to = Math.min(count, from + request.path("Limit").asInt(200));
        long steps = every == 0 ? 0 : Math.max(0, (now - first) / every);
        StringBuilder page = new StringBuilder("{\"Response\":{\"TotalCount\":")
                .append(count)
                .append(",\"Devices\":[");
        for (int device = from; device < to; device++) {
            long version = changes + (steps + count - 1 - device) / count;
            page.append(device == from ? "" : ",")
                    .append("{\"DeviceId\":\"")
                    .append(100_000_000 + device)
                    .append("\",\"DeviceType\":2,\"Status\":1,\"CreateTime\":\"2026-01-31 08:00:00\",")
                    .append("\"ExtraInformation\":\"second floor, next to the stairs\",\"NickName\":\"Gate ")
                    .append(device)
                    .append(" v")
                    .append(version)
                    .append("\",\"GroupPath\":\"/site/building/floor\",\"DeviceCode\":\"11000000801320000001\",")
                    .append("\"IsRecord\":1,\"Recordable\":1,\"Protocol\":\"gb28181\",\"GroupId\":\"g-0123456789\",")
                    .append("\"GroupName\":\"North gates\"}");
        }
        page.append(new String(END, StandardCharsets.US_ASCII));
        return page.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
