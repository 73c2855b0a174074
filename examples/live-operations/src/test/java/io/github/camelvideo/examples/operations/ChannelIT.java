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
package io.github.camelvideo.examples.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.world.StreamLive;
import org.junit.jupiter.api.Test;

class ChannelIT extends OperationsCase {

    /** Seldom enough for a slow first call to be over before the second time. */
    private static final String OFTEN = "0/2 * * * * ?";

    private static final String READ = "DescribeStreamLiveChannel";
    private static final String START = "StartStreamLiveChannel";
    private static final String STOP = "StopStreamLiveChannel";

    @Test
    void startsAtItsTimeAndIsLeftAloneWhenItRuns() throws Exception {
        operations.with("channel.start", OFTEN).start();

        await().until(() -> operations.cloud().calls(READ) >= 2);
        assertThat(operations.cloud().isChannelRunning()).isTrue();
        assertThat(operations.cloud().calls(START)).isEqualTo(1);
    }

    @Test
    void stopsAtItsTimeAndIsLeftAloneWhenItIsIdle() throws Exception {
        streamLive().start(channel());

        operations.with("channel.stop", OFTEN).start();

        await().until(() -> operations.cloud().calls(READ) >= 2);
        assertThat(operations.cloud().isChannelRunning()).isFalse();
        assertThat(operations.cloud().calls(STOP)).isEqualTo(1);
    }

    @Test
    void aChannelThatSomebodyElseStartsInBetweenIsNoError() throws Exception {
        operations.simulator().faults().beforeRequest(START, 1, () -> streamLive()
                .start(channel()));

        operations.with("channel.start", OFTEN).start();

        await().until(() -> operations.cloud().calls(READ) >= 2);
        assertThat(operations.cloud().calls(START)).isEqualTo(1);
        assertThat(operations.cloud().isChannelRunning()).isTrue();
    }

    @Test
    void aStartOfWhichNobodyKnowsIsNotMadeTwice() throws Exception {
        operations.simulator().faults().next(START, 1, Fault.CUT_BEFORE_ANSWER);

        operations.with("channel.start", OFTEN).start();

        await().until(() -> operations.cloud().calls(READ) >= 2);
        assertThat(operations.cloud().calls(START)).isEqualTo(1);
        assertThat(operations.cloud().isChannelRunning()).isTrue();
    }

    private StreamLive streamLive() {
        return operations.simulator().world().streamLive();
    }

    private String channel() {
        return streamLive().channels().get(0).id();
    }
}
