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
package io.github.camelvideo.feed.position;

import static io.github.camelvideo.feed.position.PositionModel.START;
import static io.github.camelvideo.feed.position.PositionModel.contentOf;
import static io.github.camelvideo.feed.position.PositionModel.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;

/** What every repository of positions must do. */
abstract class PositionRepositoryContract {

    private static final String FEED = "live/DescribeAlarms#ChannelId";
    private static final String VERSION_1 =
            "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:46:51Z\","
                    + "\"delivered\":{\"2021-05-25T09:56:51Z\":[\"17\",\"18\"]}}";

    /** A repository as a new process would start it, on what the ones before have stored. */
    abstract PositionRepository repository();

    /** The same place as version 1 used it. */
    abstract StateRepository<String, String> version1();

    private static StoredPosition position(int number, String... keys) {
        List<PositionEntry> entries = new ArrayList<>();
        for (String key : keys) {
            entries.add(new PositionEntry(key, START, "state of " + key));
        }
        return new StoredPosition(head(number), entries);
    }

    private static void save(PositionStore store, String partition, StoredPosition position) {
        store.save(
                partition,
                new PositionChange(position.head(), List.copyOf(position.entries()), Set.of(), null, () -> position));
    }

    private static PositionEntry received(String key) {
        return new PositionEntry(key, null, "{\"event\":\"" + key + "\"}");
    }

    @Test
    void keepsWhatWasReceivedOverARestartUntilItIsDone() {
        List<String> keys = List.of("a", "通道 7\n", "x".repeat(401), "b");
        try (Inbox inbox = repository().inbox(FEED)) {
            assertThat(inbox.load()).isEmpty();
            keys.forEach(key -> inbox.put(received(key)));
            inbox.put(received("a"));
            inbox.remove(List.of("b", "never there"));
        }
        try (Inbox inbox = repository().inbox(FEED)) {
            assertThat(inbox.load())
                    .containsExactlyInAnyOrderElementsOf(keys.subList(0, 3).stream()
                            .map(PositionRepositoryContract::received)
                            .toList());
            inbox.remove(keys);
            inbox.flush();
            assertThat(inbox.load()).isEmpty();
        }
        try (Inbox inbox = repository().inbox(FEED);
                PositionStore store = repository().open(FEED)) {
            assertThat(inbox.load()).isEmpty();
            assertThat(store.load("")).isNull();
        }
    }

    @Test
    void storesWhatManyThreadsReceiveAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Inbox inbox = repository().inbox(FEED)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String key = "event " + i;
                puts.add(threads.submit(() -> inbox.put(received(key))));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Inbox inbox = repository().inbox(FEED)) {
            assertThat(inbox.load()).hasSize(200);
        }
    }

    @Test
    void nothingIsStoredAtFirst() {
        try (PositionStore store = repository().open(FEED)) {
            assertThat(store.load("")).isNull();
            assertThat(store.load("a")).isNull();
        }
    }

    @Test
    void keepsThePositionsOfAllPartitionsOverARestart() {
        List<String> partitions = List.of("", "a", "A", "a/b", "a_b", "通道 7\n", "x".repeat(400), "x".repeat(401));
        try (PositionStore store = repository().open(FEED)) {
            for (int i = 0; i < partitions.size(); i++) {
                save(store, partitions.get(i), position(i, "key" + i));
            }
        }

        PositionRepository later = repository();
        try (PositionStore store = later.open(FEED)) {
            for (int i = 0; i < partitions.size(); i++) {
                assertThat(contentOf(store.load(partitions.get(i))))
                        .as(partitions.get(i))
                        .isEqualTo(contentOf(position(i, "key" + i)));
                assertThat(contentOf(later.view(FEED, partitions.get(i))))
                        .as(partitions.get(i))
                        .isEqualTo(contentOf(position(i, "key" + i)));
            }
        }
    }

    @Test
    void feedsDoNotShareAnything() {
        PositionRepository repository = repository();
        try (PositionStore one = repository.open("one");
                PositionStore other = repository.open("other")) {
            save(one, "", position(1, "a"));
            assertThat(other.load("")).isNull();
            save(other, "", position(2, "b"));
            one.delete("");
            assertThat(contentOf(other.load(""))).isEqualTo(contentOf(position(2, "b")));
        }
    }

    @Test
    void anEntryPutAfterABoundStaysUntilTheNextBound() {
        try (PositionStore store = repository().open(FEED)) {
            PositionModel model = new PositionModel();
            PositionEntry late = new PositionEntry("late", START.minusSeconds(60), "");
            PositionEntry timeless = new PositionEntry("timeless", null, "");
            store.save("", model.change(head(1), List.of(late, timeless), Set.of(), null));
            store.save("", model.change(head(2), List.of(), Set.of(), START));
            assertThat(contentOf(store.load(""))).isEqualTo(model.content());
            assertThat(contentOf(store.load("")).entries()).containsOnlyKeys("timeless");
            store.save("", model.change(head(3), List.of(late), Set.of(), null));
            assertThat(contentOf(store.load("")).entries()).containsOnlyKeys("timeless", "late");
            store.save("", model.change(head(4), List.of(late), Set.of("late"), START));
            assertThat(contentOf(store.load("")).entries()).containsOnlyKeys("timeless", "late");
            store.save("", model.change(head(5), List.of(), Set.of("timeless"), START.minusSeconds(59)));
            assertThat(contentOf(store.load("")).entries()).isEmpty();
        }
    }

    @Test
    void deletesOnePositionAndNoOther() {
        try (PositionStore store = repository().open(FEED)) {
            save(store, "a", position(1, "x"));
            save(store, "b", position(2, "y"));
            store.delete("a");
            store.delete("never stored");
            assertThat(store.load("a")).isNull();
            save(store, "c", position(3, "z"));
            store.delete("c");
            save(store, "c", position(4));
        }
        try (PositionStore store = repository().open(FEED)) {
            assertThat(store.load("a")).isNull();
            assertThat(contentOf(store.load("b"))).isEqualTo(contentOf(position(2, "y")));
            assertThat(contentOf(store.load("c"))).isEqualTo(contentOf(position(4)));
        }
    }

    @Test
    void readsPositionsOfVersion1UntilItHasItsOwn() {
        version1()
                .setState(FEED, "{\"v\":1,\"listed\":[\"cam-1\",\"通道\"],\"gone\":{\"old\":\"2021-05-25T09:56:51Z\"}}");
        version1().setState(FEED + "/cam-1", VERSION_1);
        version1().setState(FEED + "/~sha256-DAQJjkirpJdFuJSUmuWEB0JF9iO4axkYdiopzqy1XfU", VERSION_1);
        version1().setState(FEED + "/forgotten", " ");

        try (PositionStore store = repository().open(FEED)) {
            StoredPosition position = store.load("cam-1");
            assertThat(position.head())
                    .isEqualTo("{\"v\":2,\"kind\":\"log\",\"watermark\":\"2021-05-25T09:56:51Z\","
                            + "\"from\":\"2021-05-25T09:46:51Z\"}");
            assertThat(contentOf(position).entries()).containsOnlyKeys("17", "18");
            assertThat(contentOf(store.load("通道")).entries()).containsOnlyKeys("17", "18");
            assertThat(store.load("forgotten")).isNull();
            assertThat(store.load("").head()).isEqualTo("{\"v\":2,\"kind\":\"partitions\"}");
            // a change relative to what version 1 stored
            PositionModel model = new PositionModel();
            model.change(position.head(), List.copyOf(position.entries()), Set.of(), null);
            store.save("cam-1", model.change(head(1), List.of(new PositionEntry("19", null, "")), Set.of("17"), null));
            assertThat(contentOf(store.load("cam-1"))).isEqualTo(model.content());
            store.delete("");
        }
        try (PositionStore store = repository().open(FEED)) {
            assertThat(contentOf(store.load("cam-1")).entries()).containsOnlyKeys("18", "19");
            assertThat(store.load(""))
                    .as("deleted, and not read from version 1 again")
                    .isNull();
        }
    }

    @Test
    void refusesADamagedPositionOfVersion1() {
        version1().setState(FEED, "{\"v\":1,\"watermark\":\"2021-05-25T09:56:51Z\",\"from\":\"2021-05-25T09:46:51Z\"}");
        version1().setState(FEED + "/a", "");

        try (PositionStore store = repository().open(FEED)) {
            assertThatThrownBy(() -> store.load(""))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("'" + FEED + "'")
                    .hasMessageContaining("'delivered' is missing")
                    .hasMessageContaining("set another offsetKey");
            assertThatThrownBy(() -> store.load("a"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("it is empty");
        }
    }

    /** Random changes of 20 partitions, opened again now and then, against a map. */
    @Test
    void randomChangesLeadWhereAMapLeads() {
        for (long seed = 0; seed < 3; seed++) {
            String feed = "feed " + seed;
            Random random = new Random(seed);
            Map<String, PositionModel> models = new HashMap<>();
            PositionStore store = repository().open(feed);
            for (int i = 0; i < 400; i++) {
                String partition = "p" + random.nextInt(20);
                PositionModel model = models.computeIfAbsent(partition, name -> new PositionModel());
                switch (random.nextInt(20)) {
                    case 0 -> {
                        model.delete();
                        store.delete(partition);
                    }
                    case 1 -> {
                        store.close();
                        store = repository().open(feed);
                    }
                    case 2 ->
                        assertThat(contentOf(store.load(partition)))
                                .as("seed %d, change %d", seed, i)
                                .isEqualTo(model.content());
                    default -> store.save(partition, model.change(random, i));
                }
            }
            store.close();
            PositionStore found = repository().open(feed);
            models.forEach((partition, model) ->
                    assertThat(contentOf(found.load(partition))).isEqualTo(model.content()));
            found.close();
        }
    }

    @Test
    void savesOfManyPartitionsAtOnceAreAllThere() throws Exception {
        List<String> partitions =
                IntStream.range(0, 24).mapToObj(i -> "partition-" + i).toList();
        Map<String, PositionModel> models = new HashMap<>();
        partitions.forEach(partition -> models.put(partition, new PositionModel()));
        ExecutorService threads = Executors.newFixedThreadPool(partitions.size());
        try (PositionStore store = repository().open(FEED)) {
            List<Callable<Void>> savers = partitions.stream()
                    .<Callable<Void>>map(partition -> () -> {
                        Random random = new Random(partition.hashCode());
                        for (int i = 0; i < 100; i++) {
                            store.save(partition, models.get(partition).change(random, i));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> saver : threads.invokeAll(savers)) {
                saver.get();
            }
        } finally {
            threads.shutdown();
        }
        try (PositionStore store = repository().open(FEED)) {
            for (String partition : partitions) {
                assertThat(contentOf(store.load(partition)))
                        .as(partition)
                        .isEqualTo(models.get(partition).content());
            }
        }
    }
}
