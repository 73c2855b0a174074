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

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls fail in the middle of a walk over the pages of a window. */
class BrokenPageWalkIT extends FeedRoute {

    private static final Fault[] FAULTS = {
        Fault.THROTTLE,
        Fault.INTERNAL_ERROR,
        Fault.HTTP_500,
        Fault.CUT_BEFORE_ANSWER,
        Fault.CUT_IN_BODY,
        Fault.TRUNCATED_JSON,
        Fault.HTML_PAGE
    };

    private static final String NO_RETRIES = "&maxRetries=0";
    private static final String DEFAULT_RETRIES = "";

    static Stream<Arguments> faultsWithAndWithoutRetries() {
        return Stream.of(FAULTS)
                .flatMap(fault -> Stream.of(Arguments.of(fault, NO_RETRIES), Arguments.of(fault, DEFAULT_RETRIES)));
    }

    @ParameterizedTest
    @MethodSource("faultsWithAndWithoutRetries")
    void losesAndRepeatsNothing(Fault fault, String retries) throws Exception {
        List<Long> ids = world().raiseAlarms(45, now().minusSeconds(3_000), now());
        cloud().faults().add(FaultPlan.of(fault).on(ALARMS).after(2));

        start("startFrom=PT1H&pageSize=10" + retries);
        delivered.await(45);
        awaitMoreReading();

        assertThat(cloud().faults().isSpent()).isTrue();
        assertThat(delivered.ids()).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_RETRIES, DEFAULT_RETRIES})
    void losesAndRepeatsNothingInALongTimeOfTrouble(String retries) throws Exception {
        Instant begin = now();
        List<Long> ids = world().raiseAlarms(3_000, begin.plusSeconds(1), begin.plus(Duration.ofHours(30)));
        start("startFrom=now&pageSize=20" + retries);
        cloud().faults().random(20260601, 0.1, FAULTS);

        for (int hour = 0; hour < 30; hour++) {
            CLOCK.advance(Duration.ofHours(1));
            delivered.await(world().alarms(begin, now()).size());
        }
        cloud().faults().clear();
        awaitMoreReading();

        assertThat(delivered.ids()).isEqualTo(ids);
    }
}
