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
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of one kind with the refusals that are declared for them. Safe for use by many threads. */
final class ResourceStore {

    private final ResourceKind kind;
    private final ErrorCodes codes;
    private final RecordChecks checks;
    private final World world;
    private final Records records;
    private final Clock clock;

    ResourceStore(ResourceKind kind, ErrorCodes codes, World world, Clock clock) {
        this.kind = kind;
        this.codes = codes;
        this.checks = new RecordChecks(kind, codes, world);
        this.world = world;
        this.records = world.records(kind.name());
        this.clock = clock;
    }

    ObjectNode create(Action action, ObjectNode sent) {
        return world.exclusively(() -> {
            checks.checkCount(action);
            ObjectNode record = kind.defaults().deepCopy().setAll(fields(sent));
            String id = newId(action, record);
            checks.check(action, record, id);
            kind.timestamps().create(record, clock.instant());
            records.save(id, record);
            return record;
        });
    }

    private String newId(Action action, ObjectNode record) {
        if (kind.id() != null) {
            String id = IdForm.parse(kind.newId()).next(records);
            record.put(kind.id(), id);
            return id;
        }
        String key = key(record);
        // an action that documents no code for it puts the new record in the place of the old one
        if (records.contains(key) && codes.covers(action, Problem.TAKEN)) {
            throw codes.refusal(action, Problem.TAKEN, "There is a " + kind.title() + " for " + key + " already");
        }
        return key;
    }

    private String key(ObjectNode record) {
        return kind.key().stream().map(field -> record.path(field).asText()).collect(Collectors.joining("/"));
    }

    private ObjectNode fields(ObjectNode sent) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        sent.properties().stream()
                .filter(each -> !each.getValue().isNull())
                .forEach(each -> fields.set(kind.field(each.getKey()), each.getValue()));
        return fields;
    }

    /** The record that a call names. */
    ObjectNode required(Action action, ResourceAction declared, ObjectNode sent) {
        return required(action, ids(declared, sent).findFirst().orElse(""));
    }

    private ObjectNode required(Action action, String id) {
        ObjectNode record = records.get(id);
        if (record == null) {
            throw codes.refusal(action, Problem.UNKNOWN, "There is no " + kind.title() + " " + id);
        }
        return record;
    }

    private Stream<String> ids(ResourceAction declared, ObjectNode sent) {
        if (kind.id() == null) {
            return Stream.of(key(kind.defaults().deepCopy().setAll(fields(sent))));
        }
        JsonNode ids = sent.path(declared.ids() == null ? kind.id() : declared.ids());
        return ids.isArray() ? ids.valueStream().map(JsonNode::asText) : Stream.of(ids.asText());
    }

    private String idOf(ObjectNode record) {
        return kind.id() == null ? key(record) : record.path(kind.id()).asText();
    }

    /** Changes what was sent, after everything was checked. */
    ObjectNode modify(Action action, ResourceAction declared, ObjectNode sent) {
        return world.exclusively(() -> {
            ObjectNode record = allowed(declared, required(action, declared, sent));
            String id = idOf(record);
            ObjectNode changes = fields(sent);
            changes.remove(declared.ids() == null ? List.of() : List.of(kind.field(declared.ids())));
            if (declared.verb() == Verb.REPLACE) {
                record.retain(kept());
            }
            record.setAll(changes);
            if (kind.id() != null) {
                record.put(kind.id(), id);
            }
            checks.check(action, record, id);
            kind.timestamps().update(record, clock.instant());
            records.save(id, record);
            return record;
        });
    }

    private List<String> kept() {
        return Stream.concat(
                        kind.defaults().properties().stream().map(each -> each.getKey()),
                        Stream.ofNullable(kind.timestamps().created()))
                .toList();
    }

    private ObjectNode allowed(ResourceAction declared, ObjectNode record) {
        if (!declared.allows(record) && declared.code() != null) {
            String state = declared.when() == null ? "must not be " + declared.unless() : "must be " + declared.when();
            throw new Refusal(declared.code(), "The " + kind.title() + " " + idOf(record) + " " + state);
        }
        return record;
    }

    /** Gives the named records the declared values. */
    void set(Action action, ResourceAction declared, ObjectNode sent) {
        world.exclusively(() -> {
            List<ObjectNode> named = named(action, declared, sent);
            named.stream().filter(declared::allows).forEach(record -> {
                record.setAll(declared.set());
                kind.timestamps().update(record, clock.instant());
                records.save(idOf(record), record);
            });
            return null;
        });
    }

    private List<ObjectNode> named(Action action, ResourceAction declared, ObjectNode sent) {
        return ids(declared, sent)
                .map(id -> allowed(declared, required(action, id)))
                .toList();
    }

    /** Deletes the named records, unless others depend on one of them, and returns the first. */
    ObjectNode delete(Action action, ResourceAction declared, ObjectNode sent) {
        return world.exclusively(() -> {
            List<ObjectNode> named = named(action, declared, sent);
            named.forEach(record -> checks.checkUnused(action, idOf(record)));
            named.forEach(record -> remove(idOf(record)));
            return named.isEmpty() ? JsonNodeFactory.instance.objectNode() : named.get(0);
        });
    }

    private void remove(String id) {
        kind.dependents().stream()
                .filter(Dependent::deleted)
                .forEach(dependent -> dependent.ids(world, id).forEach(world.records(dependent.kind())::remove));
        records.remove(id);
    }

    /** The records that pass the filters of a call, in the order of their creation. */
    List<ObjectNode> list(Action action, ResourceAction declared, ObjectNode sent) {
        checks.checkReferences(action, sent);
        ListFilter filter = new ListFilter(kind, declared, sent);
        return records.all().stream().filter(filter::passes).map(filter::show).toList();
    }

    /** The record with the ids of those that depend on it. */
    ObjectNode withDependents(ObjectNode record) {
        for (Dependent dependent : kind.dependents()) {
            if (dependent.shownAs() != null) {
                dependent.ids(world, idOf(record)).forEach(record.withArray(dependent.shownAs())::add);
            }
        }
        return record;
    }
}
