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
package io.github.camelvideo.aliyun.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.http.HttpCall;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers the lists of one camera, pictures or events, from the rows that a test adds. It counts nothing and checks no signature. */
final class FakeCamera implements AutoCloseable {

    private record Row(Instant at, ObjectNode item) {}

    private final List<Row> rows = new CopyOnWriteArrayList<>();
    private final List<Integer> pages = new CopyOnWriteArrayList<>();
    private final SimulatorServer server;

    FakeCamera(Clock clock) {
        server = SimulatorServer.start(0, clock, this::answer);
    }

    String url() {
        return server.url();
    }

    /** A row of a list, as the vendor writes it with single quotes. */
    void add(Instant at, String item) {
        try {
            rows.add(new Row(at, (ObjectNode) new ObjectMapper().readTree(item.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row that has its place on a page and is not shown. */
    void addHidden(Instant at) {
        rows.add(new Row(at, null));
    }

    /** How many items each page had that was asked for. */
    List<Integer> pages() {
        return pages;
    }

    private Reply answer(HttpCall call) {
        Map<String, String> asked = new HashMap<>();
        for (String pair : call.query().split("&")) {
            String[] parts = pair.split("=", 2);
            asked.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        Instant begin = Instant.ofEpochMilli(Long.parseLong(asked.get("BeginTime")));
        Instant end = Instant.ofEpochMilli(Long.parseLong(asked.get("EndTime")));
        int size = Integer.parseInt(asked.get("PageSize"));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        // hidden rows are taken out after the pages are cut, which is how a page in the middle comes to be short
        rows.stream()
                .filter(row -> !row.at().isBefore(begin) && !row.at().isAfter(end))
                .skip((long) size * (Integer.parseInt(asked.get("CurrentPage")) - 1))
                .limit(size)
                .filter(row -> row.item() != null)
                .forEach(row -> list.add(row.item()));
        pages.add(list.size());
        return Reply.of(
                200, "application/json", "{\"RequestId\":\"r\",\"Success\":true,\"Data\":{\"List\":" + list + "}}");
    }

    @Override
    public void close() {
        server.close();
    }
}
