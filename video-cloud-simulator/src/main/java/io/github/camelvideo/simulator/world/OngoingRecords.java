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
package io.github.camelvideo.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Records with a start and, later, an end. An ongoing one has no {@code End}.
 *
 * @param subject name of the field that says whose it is
 */
record OngoingRecords(Records records, String subject) {

    private static final int ID_LENGTH = 10;

    /** Saves under a new id, which the record holds too, and returns it. */
    static String add(Records records, ObjectNode data) {
        String id = records.newId(ID_LENGTH);
        records.save(id, data.put("RecordId", id));
        return id;
    }

    boolean goesOn(String id) {
        return open(id).isPresent();
    }

    void begin(String id, String now, ObjectNode data) {
        add(records, data.put(subject, id).put("Start", now));
    }

    void end(String id, String now) {
        open(id).ifPresent(each -> records.save(each.path("RecordId").asText(), each.put("End", now)));
    }

    private Optional<ObjectNode> open(String id) {
        return records.all().stream()
                .filter(each -> each.path(subject).asText().equals(id) && !each.has("End"))
                .findFirst();
    }
}
