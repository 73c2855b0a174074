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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.resume.TransientResumeStrategy;
import org.apache.camel.resume.Deserializable;
import org.apache.camel.resume.Offset;
import org.apache.camel.resume.OffsetKey;
import org.apache.camel.resume.Resumable;
import org.apache.camel.resume.ResumeAdapter;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.resume.ResumeStrategyConfiguration;
import org.apache.camel.resume.cache.ResumeCache;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.resume.OffsetKeys;
import org.junit.jupiter.api.Test;

/** Positions kept by a strategy of Camel's Resume API. */
class ResumableFeedIT extends ToyVideoTestSupport {

    private final Map<String, byte[]> topic = new ConcurrentHashMap<>();

    /** Keeps bytes, as a strategy on a remote store does, and loads all of them when it is asked to. */
    private final class BytesStrategy implements ResumeStrategy {

        private ResumeAdapter adapter;
        private ResumeStrategyConfiguration configuration = new ResumeStrategyConfiguration() {

            @Override
            public String resumeStrategyService() {
                return "unused";
            }

            @Override
            public ResumeCache<?> getResumeCache() {
                return TransientResumeStrategy.createSimpleCache();
            }
        };

        @Override
        public void loadCache() {
            topic.forEach((key, value) ->
                    ((Deserializable) adapter).deserialize(ByteBuffer.wrap(keyBytes(key)), ByteBuffer.wrap(value)));
        }

        private static byte[] keyBytes(String key) {
            return OffsetKeys.of(key).serialize(key).array();
        }

        @Override
        public void setAdapter(ResumeAdapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public ResumeAdapter getAdapter() {
            return adapter;
        }

        @Override
        public <T extends Resumable> void updateLastOffset(T offset) {
            updateLastOffset(offset.getOffsetKey(), offset.getLastOffset());
        }

        @Override
        public <T extends Resumable> void updateLastOffset(T offset, UpdateCallBack callBack) {
            updateLastOffset(offset);
        }

        @Override
        public void updateLastOffset(OffsetKey<?> key, Offset<?> offset) {
            topic.put(
                    (String) key.getValue(), offset.serialize(offset.getValue()).array());
        }

        @Override
        public void updateLastOffset(OffsetKey<?> key, Offset<?> offset, UpdateCallBack callBack) {
            updateLastOffset(key, offset);
        }

        @Override
        public void setResumeStrategyConfiguration(ResumeStrategyConfiguration configuration) {
            this.configuration = configuration;
        }

        @Override
        public ResumeStrategyConfiguration getResumeStrategyConfiguration() {
            return configuration;
        }

        @Override
        public void start() {
            // nothing to open
        }

        @Override
        public void stop() {
            // nothing to close
        }
    }

    private MockEndpoint consumeResumable(String uri) throws Exception {
        return consume(uri, route -> route.resumable(new BytesStrategy()));
    }

    @Test
    void resumesOverARestartOfTheRouteAndDeliversOnce() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20)).alarm("a2", NOW.minusSeconds(10));
        MockEndpoint items = consumeResumable("ListAlarms?startFrom=PT1H&offsetKey=alarms");
        await().until(() -> items.getReceivedCounter() == 2);

        assertThat(items.getExchanges().get(0).getMessage().getHeader(Exchange.OFFSET))
                .isInstanceOf(Resumable.class);
        await().until(() -> topic.containsKey("alarms/~last"));
        context.getRouteController().stopRoute("feed");
        context.removeRoute("feed");
        cloud.alarm("a3", NOW.plusSeconds(30));
        clock.advance(Duration.ofMinutes(1));
        // the mock went with its route
        MockEndpoint after = consumeResumable("ListAlarms?startFrom=PT1H&offsetKey=alarms");

        await().until(() -> after.getReceivedCounter() == 1);
        int polls = cloud.calls("ListAlarms").size();
        await().until(() -> cloud.calls("ListAlarms").size() >= polls + 2);
        assertThat(ids(after)).containsExactly("a3");
        assertThat(topic.keySet()).containsExactlyInAnyOrder("alarms", "alarms/~last");
    }

    @Test
    void aStopAndStartOfTheSameRouteResumesToo() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20));
        MockEndpoint items = consumeResumable("ListAlarms?startFrom=PT1H");
        await().until(() -> items.getReceivedCounter() == 1);

        context.getRouteController().stopRoute("feed");
        cloud.alarm("a2", NOW.plusSeconds(30));
        clock.advance(Duration.ofMinutes(1));
        context.getRouteController().startRoute("feed");

        await().until(() -> items.getReceivedCounter() == 2);
        assertThat(ids(items)).containsExactly("a1", "a2");
    }

    @Test
    void partitionsResumeToo() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20), "c1", "motion").alarm("a2", NOW.minusSeconds(10), "c1", "line");
        String uri = "ListAlarms?startFrom=PT1H&offsetKey=alarms&forEach=Kind&forEachIn=motion,line";
        MockEndpoint items = consumeResumable(uri);
        await().until(() -> items.getReceivedCounter() == 2);
        context.getRouteController().stopRoute("feed");
        context.removeRoute("feed");
        cloud.alarm("a3", NOW.plusSeconds(30), "c1", "line");
        clock.advance(Duration.ofMinutes(1));

        MockEndpoint after = consumeResumable(uri);

        await().until(() -> after.getReceivedCounter() == 1);
        assertThat(ids(after)).containsExactly("a3");
    }

    @Test
    void aFailedItemIsRedeliveredAsWithoutTheStrategy() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(20));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H", route -> route.resumable(new BytesStrategy())
                .process(exchange -> {
                    if (exchange.getMessage().getHeader("CamelToyVideoRedelivery", 0, int.class) == 0) {
                        throw new IllegalStateException("not yet");
                    }
                }));

        await().until(() -> items.getReceivedCounter() == 1);
    }

    @Test
    void offsetRepositoryAndResumableTogetherAreRefused() {
        context.getRegistry().bind("offsets", new MemoryStateRepository());

        assertThatThrownBy(() -> consumeResumable("ListAlarms?offsetRepository=#offsets"))
                .hasStackTraceContaining(
                        "toy-video:ListAlarms: both offsetRepository and resumable() are set. Remove one of them: a position is kept in"
                                + " one place.");
    }

    @Test
    void aStrategyThatDropsItsAdapterIsRefused() {
        assertThatThrownBy(() -> consume("ListAlarms", route -> route.resumable(new TransientResumeStrategy(null))))
                .hasStackTraceContaining("has no adapter. It must keep the one that Camel gives it by setAdapter");
    }
}
