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
package io.github.camelvideo.simulator.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The times that a record carries.
 *
 * @param created field of the time of its creation, or null
 * @param updated field of the time of its last change, or null
 */
record Timestamps(String created, String updated, Form form) {

    /** How a time is written. */
    enum Form {
        /** {@code 2026-05-01T08:00:00Z}. */
        @JsonProperty("utc")
        UTC,
        /** Unix seconds. */
        @JsonProperty("seconds")
        SECONDS,
        /** {@code 2026-05-01 16:00:00}, eight hours ahead of UTC. */
        @JsonProperty("beijing")
        BEIJING
    }

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    void create(ObjectNode record, Instant now) {
        if (created != null) {
            record.put(created, text(now));
        }
        update(record, now);
    }

    void update(ObjectNode record, Instant now) {
        if (updated != null) {
            record.put(updated, text(now));
        }
    }

    private String text(Instant now) {
        return switch (form) {
            case UTC -> now.truncatedTo(ChronoUnit.SECONDS).toString();
            case SECONDS -> Long.toString(now.getEpochSecond());
            case BEIJING -> LOCAL.format(now.atOffset(ZoneOffset.ofHours(8)));
        };
    }
}
