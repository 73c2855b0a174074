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

import io.github.camelvideo.feed.position.FileOffsetRepository;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over windows older than the lookback, of a route over HTTP. */
class ToySweepIT extends ToyVideoTestSupport {

    @TempDir
    Path directory;

    @Test
    void anAlarmThatIsListedHoursLateIsDeliveredOnceOverRestarts() throws Exception {
        cloud.alarm("a1", NOW.minusSeconds(60));
        MockEndpoint items = consume("ListAlarms?startFrom=PT1H&sweepEvery=30m&sweepSpan=1d&offsetRepository=#offsets");
        await().until(() -> items.getReceivedCounter() == 1);
        clock.advance(Duration.ofHours(3));
        cloud.alarm("a2", NOW.plus(Duration.ofHours(2)));
        await().until(() -> items.getReceivedCounter() == 2);
        pollTwiceMore();

        cloud.alarm("late", NOW.plusSeconds(60));
        clock.advance(Duration.ofMinutes(40));
        await().until(() -> items.getReceivedCounter() == 3);

        context.getRouteController().stopRoute("feed");
        context.getRouteController().startRoute("feed");
        clock.advance(Duration.ofMinutes(40));
        cloud.alarm("a3", clock.instant().minusSeconds(1));
        await().until(() -> items.getReceivedCounter() == 4);
        clock.advance(Duration.ofMinutes(40));
        pollTwiceMore();
        pollTwiceMore();
        assertThat(ids(items)).containsExactly("a1", "a2", "late", "a3");
    }

    @Test
    void aListWithoutATimeRefusesSweeps() {
        assertThatThrownBy(() -> consume("ListCameras?sweepEvery=30m&sweepSpan=1d"))
                .hasStackTraceContaining("toy-video:ListCameras: sweepEvery does not apply");
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("offsets", new FileOffsetRepository(directory.toString()));
    }
}
