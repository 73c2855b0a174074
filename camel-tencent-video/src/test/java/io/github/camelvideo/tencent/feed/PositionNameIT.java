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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under which name a feed keeps its position where the user gives none. */
class PositionNameIT extends FeedRoute {

    private static final String OPTIONS = "startFrom=now&offsetRepository=#offsets";

    private final MemoryStateRepository offsets = new MemoryStateRepository();

    @BeforeEach
    void bindRepository() {
        offsets.start();
        context.getRegistry().bind("offsets", offsets);
    }

    @Test
    void aRotatedKeyDoesNotBeginTheFeedAnew() throws Exception {
        start(OPTIONS);
        CLOCK.advance(Duration.ofMinutes(1));
        List<Long> ids = new ArrayList<>(world().raiseAlarms(3, now().minusSeconds(30), now()));
        delivered.await(3);
        context.stop();
        ids.addAll(world().raiseAlarms(3, now().minusSeconds(20), now()));

        CamelContext later = createCamelContext();
        later.getRegistry().bind("offsets", offsets);
        later.start();
        start(
                later,
                OPTIONS + "&secretId=" + VideoCloudSimulator.SECRET_ID + "&secretKey=RAW("
                        + VideoCloudSimulator.SECRET_KEY + ")",
                route -> {});

        delivered.await(6);
        later.stop();
        assertThat(delivered.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aSecondRouteWithTheSameNameIsRefusedUntilTheFirstHasStopped() throws Exception {
        start(OPTIONS);
        String second = uri(OPTIONS + "&lookback=PT1H");

        assertThatThrownBy(() -> addRoute("second", second))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "another running route keeps its position under 'tencent-video:iotvideoindustry/DescribeWarnings#")
                .hasMessageContaining("Set another offsetKey");

        stop();
        addRoute("third", second);
        assertThat(context.getRouteController().getRouteStatus("third").isStarted())
                .isTrue();
    }

    private void addRoute(String id, String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).to("mock:" + id);
            }
        });
    }
}
