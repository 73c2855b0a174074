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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** Two contexts with the same database, one running at a time. */
class TwoNodesIT extends FeedRoute {

    private static final String DATABASE = "jdbc:h2:mem:nodes;DB_CLOSE_DELAY=-1";
    private static final String OPTIONS = "startFrom=now&offsetRepository=#offsets";

    @Test
    void eachGoesOnWhereTheOtherStopped() throws Exception {
        List<Long> ids = new ArrayList<>();
        CamelContext other = createCamelContext();
        for (CamelContext node : List.of(context, other)) {
            node.getRegistry().bind("offsets", Positions.database(DATABASE));
            node.start();
            start(node, OPTIONS, route -> route.autoStartup(false));
        }

        for (int turn = 0; turn < 6; turn++) {
            CamelContext node = turn % 2 == 0 ? context : other;
            node.getRouteController().startRoute(ROUTE);
            CLOCK.advance(Duration.ofHours(1));
            // some while it runs, some while nobody does
            ids.addAll(world().raiseAlarms(10, now().minusSeconds(600), now()));
            delivered.await(ids.size());
            node.getRouteController().stopRoute(ROUTE);
            CLOCK.advance(Duration.ofHours(1));
            ids.addAll(world().raiseAlarms(10, now().minusSeconds(600), now()));
        }
        context.getRouteController().startRoute(ROUTE);
        delivered.await(ids.size());
        awaitMoreReading();
        other.stop();

        assertThat(delivered.ids()).isEqualTo(ids);
    }
}
