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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The filters of a call for a list: parameters that are named as a field, or declared for one. */
record ListFilter(ResourceKind kind, ResourceAction action, ObjectNode sent) {

    boolean passes(ObjectNode record) {
        return sent.properties().stream().allMatch(filter -> passes(record, filter.getKey(), filter.getValue()));
    }

    private boolean passes(ObjectNode record, String parameter, JsonNode wanted) {
        String field = action.filters().getOrDefault(parameter, kind.field(parameter));
        boolean part = field.startsWith("~");
        JsonNode value = record.path(part ? field.substring(1) : field);
        if (value.isMissingNode() || wanted.isEmpty() && wanted.asText().isEmpty()) {
            return true;
        }
        if (wanted.isArray()) {
            return wanted.valueStream().anyMatch(each -> each.asText().equals(value.asText()));
        }
        return part ? value.asText().contains(wanted.asText()) : value.asText().equals(wanted.asText());
    }

    /** The record without the fields that the call should have asked for. */
    ObjectNode show(ObjectNode record) {
        action.onRequest().forEach((field, parameter) -> {
            if (!sent.path(parameter).asBoolean()) {
                record.remove(field);
            }
        });
        return record;
    }
}
