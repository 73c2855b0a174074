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
package io.github.camelvideo.docs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.processor.resume.TransientResumeStrategy;
import org.apache.camel.resume.Cacheable;
import org.apache.camel.resume.Offset;
import org.apache.camel.resume.OffsetKey;
import org.apache.camel.resume.Resumable;
import org.apache.camel.resume.ResumeAdapter;
import org.apache.camel.resume.ResumeStrategy;
import org.apache.camel.resume.ResumeStrategyConfiguration;
import org.apache.camel.support.resume.OffsetKeys;
import org.apache.camel.support.resume.Offsets;

/** Stands for the application's own strategy: keeps offsets in a map, which outlives the application. */
final class MapResumeStrategy implements ResumeStrategy {

    final Map<Object, Object> stored;
    private ResumeAdapter adapter;

    MapResumeStrategy(Map<Object, Object> stored) {
        this.stored = stored;
    }

    MapResumeStrategy() {
        this(new ConcurrentHashMap<>());
    }

    @Override
    public void loadCache() {
        stored.forEach((key, value) -> ((Cacheable) adapter).add(OffsetKeys.of(key), Offsets.of(value)));
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
        stored.put(key.getValue(), offset.getValue());
    }

    @Override
    public void updateLastOffset(OffsetKey<?> key, Offset<?> offset, UpdateCallBack callBack) {
        updateLastOffset(key, offset);
    }

    @Override
    public void setResumeStrategyConfiguration(ResumeStrategyConfiguration configuration) {
        // its own is enough
    }

    @Override
    public ResumeStrategyConfiguration getResumeStrategyConfiguration() {
        return TransientResumeStrategy.configurationBuilder().build();
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
