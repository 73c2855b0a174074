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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.position.JdbcOffsetRepository;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Two nodes behind a load balancer with one database: one runs the feed, either may receive a callback. */
class CallbackNodesIT extends CallbackRoute {

    private static final String SHARED = "&callbackKey=" + KEY + "&offsetRepository=#offsets&offsetKey=events";

    @Test
    void theNodeThatPollsDeliversWhatAnotherReceived() throws Exception {
        cloud().world().feed("live", "DescribeLiveStreamEventList").clear();
        Instant start = now().minusSeconds(300);
        Instant end = now().minusSeconds(60);
        context.getRegistry().bind("offsets", database());
        start(LIST + "?startFrom=PT1H&delay=50&initialDelay=0&callback=" + PATH + SHARED);
        assertThat(send(event(1, "cam1", start))).isEqualTo(200);
        await(1);
        CamelContext other = createCamelContext();
        try {
            other.getRegistry().bind("offsets", database());
            other.start();
            start(other, "tencent-video:live/callback?storeOnly=true&callback=" + PATH + SHARED, route -> {});
            assertThat(send(event(0, "cam1", end))).isEqualTo(200);
            assertThat(send(event(1, "cam1", start))).isEqualTo(200);
            assertThat(send(event(1, "cam2", start))).isEqualTo(200);
            await(3);
        } finally {
            other.stop();
        }

        assertThat(texts())
                .containsExactly("stream-ended cam1 push", "stream-started cam1 push", "stream-started cam2 push");
    }

    @Test
    void aNodeThatTakesOverDeliversWhatTheFirstHasStored() throws Exception {
        cloud().world().feed("live", "DescribeLiveStreamEventList").clear();
        Instant start = now().minusSeconds(300);
        context.getRegistry().bind("offsets", database());
        String feed = LIST + "?startFrom=PT1H&delay=600000&initialDelay=0&callback=" + PATH + SHARED;
        start(
                context,
                feed,
                route -> route.process(exchange -> {
                    throw new IllegalStateException("this node is broken");
                }));
        assertThat(send(event(1, "cam9", start))).isEqualTo(200);
        CamelContext other = createCamelContext();
        try {
            other.getRegistry().bind("offsets", database());
            other.start();
            start(other, feed, route -> {});
            await(1);
        } finally {
            other.stop();
        }

        assertThat(texts()).containsExactly("stream-started cam9 push");
    }

    private static JdbcOffsetRepository database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:callbacks;DB_CLOSE_DELAY=-1");
        JdbcOffsetRepository repository = new JdbcOffsetRepository(source);
        repository.setCreateTable(true);
        return repository;
    }
}
