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

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.camel.processor.resume.TransientResumeStrategy;
import org.apache.camel.resume.OffsetKey;
import org.apache.camel.resume.cache.ResumeCache;
import org.apache.camel.support.resume.OffsetKeys;
import org.apache.camel.support.resume.Offsets;
import org.junit.jupiter.api.Test;

class FeedResumeAdapterTest {

    private final FeedResumeAdapter adapter = new FeedResumeAdapter();

    private static OffsetKey<String> key(String name) {
        return OffsetKeys.of(name);
    }

    private static ByteBuffer bytes(Object value) {
        return ByteBuffer.wrap(Offsets.of("").serialize(value).array());
    }

    @Test
    void findsWhatAStrategyLoads() {
        assertThat(adapter.add(key("a"), Offsets.of("1"))).isTrue();
        assertThat(adapter.deserialize(bytes("b"), bytes("通道"))).isTrue();

        assertThat(adapter.find("a")).isEqualTo("1");
        assertThat(adapter.find("b")).isEqualTo("通道");
        assertThat(adapter.find("c")).isNull();
        assertThat(adapter.loadedLate()).isEmpty();
    }

    @Test
    void ignoresOffsetsOfOtherComponents() {
        assertThat(adapter.add(key("a"), Offsets.of(7L))).isFalse();
        assertThat(adapter.deserialize(bytes(7L), bytes("x"))).isFalse();
        assertThat(adapter.find("a")).isNull();
    }

    @Test
    void fillsTheUsersCacheAndFindsWhatAStrategyPutThereItself() {
        ResumeCache<Object> cache = TransientResumeStrategy.createSimpleCache();
        cache.add("a", "1");
        adapter.setCache(cache);
        adapter.add(key("b"), Offsets.of("2"));

        assertThat(adapter.find("a")).isEqualTo("1");
        assertThat(cache.get("b")).isEqualTo("2");
        assertThat(adapter.getCache()).isSameAs(cache);
    }

    @Test
    void noticesAPositionThatIsLoadedAfterTheFeedHasStartedWithoutIt() {
        adapter.find("a");
        adapter.storing("a", "first of this run");
        adapter.put("a", "first of this run");

        adapter.add(key("a"), Offsets.of("of an earlier run"));
        adapter.add(key("a"), Offsets.of("first of this run"));

        assertThat(adapter.loadedLate()).containsExactly("a");
    }

    @Test
    void whatTheFeedHasStoredItselfIsNotLate() {
        adapter.find("a");
        adapter.storing("a", "1");
        adapter.add(key("a"), Offsets.of("1"));
        adapter.storing("a", "2");
        adapter.add(key("a"), Offsets.of("2"));

        assertThat(adapter.loadedLate()).isEmpty();
    }
}
