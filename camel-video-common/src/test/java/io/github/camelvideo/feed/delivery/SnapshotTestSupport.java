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
package io.github.camelvideo.feed.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.ManualClock;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.catalog.ItemType;
import io.github.camelvideo.catalog.ListSpec;
import io.github.camelvideo.catalog.Paging;
import io.github.camelvideo.catalog.SnapshotSpec;
import io.github.camelvideo.client.VendorClock;
import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.Feed;
import io.github.camelvideo.feed.FeedFixture;
import io.github.camelvideo.feed.FeedItem;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.FeedOptions.Initial;
import io.github.camelvideo.feed.FeedOptions.Snapshot;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.position.PositionRepository;
import io.github.camelvideo.feed.position.PositionStore;
import io.github.camelvideo.feed.position.StateRepositoryPositions;
import io.github.camelvideo.feed.read.PageAnswer;
import io.github.camelvideo.protocol.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** A list without time in memory, a clock and a repository; feeds of its changes are opened on them and may be thrown away. */
abstract class SnapshotTestSupport {

    static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    static final Snapshot ANNOUNCE = new Snapshot(Initial.ANNOUNCE, 2, 50, null);
    static final Paging PAGES = new Paging(Paging.Style.OFFSET, "Offset", "Limit", 0, 1_000, 3, "Total", "Data", null);

    final ManualClock clock = new ManualClock(START);
    final MemoryStateRepository repository = new MemoryStateRepository();
    final Map<String, ObjectNode> members = new TreeMap<>();
    Snapshot options = new Snapshot(Initial.SILENT, 2, 50, null);
    List<String> compare = List.of();
    List<String> ignore = List.of();
    ItemType type = type("Id", "Name", "Status", "Password*");
    boolean expires;
    Paging paging = PAGES;
    ListSpec.Codes codes = ListSpec.Codes.NONE;
    RuntimeException failure;
    int failingPage = -1;
    CommitPolicy commit;
    /** Where positions are kept; replaces {@link #repository}. */
    PositionRepository positions = new StateRepositoryPositions(repository);
    /** Told the offset of each page before it is answered. */
    IntConsumer beforePage = offset -> {};

    int pageSize = 3;
    int calls;
    PositionStore open;

    /** What is known of the members. @param fields names of texts, with an asterisk behind those that are secret */
    static ItemType type(String... fields) {
        Map<String, Field> known = new TreeMap<>();
        for (String field : fields) {
            String name = field.replace("*", "");
            known.put(name, field(name, "String", field.endsWith("*")));
        }
        ApiCatalog api = new ApiCatalog(
                "api",
                "API",
                null,
                null,
                "protocol",
                "api.example.com",
                null,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("Member", known),
                Map.of(),
                null);
        Map<String, Field> answer = Map.of("Data", field("Data", "Array of Member", false));
        return ItemType.of(
                api,
                action(answer, null, new SnapshotSpec(ListSpec.of("Data", List.of()), List.of(), List.of(), false)));
    }

    private static Field field(String name, String type, boolean secret) {
        return new Field(
                name, FieldType.parse(type), false, false, secret, null, null, null, null, List.of(), Set.of(), null);
    }

    private static Action action(Map<String, Field> answer, Paging paging, SnapshotSpec feed) {
        return new Action(
                "ListMembers",
                "g",
                "",
                Action.Wire.named("ListMembers"),
                null,
                Action.Age.UNKNOWN,
                false,
                Action.RegionRule.NONE,
                List.of(),
                Map.of(),
                answer,
                List.of(),
                paging,
                feed);
    }

    void member(String id, String status) {
        members.put(
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Id", id)
                        .put("Name", "camera " + id.length())
                        .put("Status", status));
    }

    static ApiException refusal(String code) {
        return new ApiException(
                "ListMembers", new ErrorCode(code, null, ErrorCode.Kind.OTHER, null), "refused", "r", 200);
    }

    /** A started feed, as a new process would have it: the one before has died without a word. */
    Feed open() {
        return open(wanted(), "Data");
    }

    Feed openWhole() {
        type = ItemType.UNKNOWN;
        return open(wanted(), "");
    }

    private FeedOptions wanted() {
        return new FeedOptions(null, null, null, null, paging == null ? null : pageSize, null, commit).with(options);
    }

    Feed open(FeedOptions wanted, String items) {
        if (open != null) {
            open.close();
        }
        open = positions.open("members");
        ListSpec plain = ListSpec.of(items, items.isEmpty() ? List.of() : List.of("Id"));
        ListSpec list = new ListSpec(
                plain.items(),
                plain.carry(),
                null,
                plain.columns(),
                plain.key(),
                plain.defaults(),
                null,
                null,
                codes,
                List.of(),
                Map.of(),
                plain.about());
        Action action = action(Map.of(), paging, new SnapshotSpec(list, compare, ignore, expires));
        Feed feed = new FeedFactory(
                        "ListMembers", action, wanted, type, this::answer, VendorClock.of(clock), System::nanoTime)
                .open("ListMembers", Partition.NONE, null, JsonNodeFactory.instance.objectNode(), open);
        feed.start();
        return feed;
    }

    PageAnswer answer(ObjectNode parameters) {
        int offset = parameters.path("Offset").asInt();
        calls++;
        beforePage.accept(offset);
        if (failure != null && (failingPage < 0 || failingPage <= offset)) {
            throw failure;
        }
        if (paging == null) {
            return new PageAnswer(members.values().iterator().next(), clock.instant());
        }
        List<ObjectNode> all = List.copyOf(members.values());
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        all.subList(Math.min(offset, all.size()), Math.min(offset + pageSize, all.size()))
                .forEach(member -> data.add(member.deepCopy()));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Total", all.size());
        return new PageAnswer(body.set("Data", data), clock.instant());
    }

    List<String> poll(Feed feed) throws InterruptedException {
        clock.advance(Duration.ofSeconds(10));
        List<String> told = new ArrayList<>();
        feed.beginPoll();
        do {
            for (FeedItem item : FeedFixture.next(feed, 100)) {
                told.add(item.key() + " " + item.change().text() + " "
                        + item.body().path("Status").asText("null"));
                feed.completed(item);
            }
        } while (feed.hasMore());
        feed.endPoll();
        return told;
    }
}
