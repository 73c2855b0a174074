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
package io.github.camelvideo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvideo.simulator.CallbackReceiver.Received;
import io.github.camelvideo.simulator.callback.Callback.State;
import io.github.camelvideo.simulator.callback.CallbackFault;
import io.github.camelvideo.simulator.callback.CallbackFaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks go wrong as a test wants, and the same way each time. */
class CallbackFaultsIT extends CallbackCase {

    @BeforeEach
    void register() {
        callbacks.to("live", receiver.url("/"), KEY);
    }

    private List<String> sent(int count) throws InterruptedException {
        IntStream.rangeClosed(1, count).forEach(number -> send(Integer.toString(number)));
        callbacks.deliverDue();
        return receiver.texts("stream_id");
    }

    @Test
    void eachThirdIsLost() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP).every(3));

        assertThat(sent(7)).containsExactly("1", "2", "4", "5", "7");
        deliverAfter(Duration.ofHours(1));

        assertThat(receiver.received()).hasSize(5);
        assertThat(callbacks.count(State.DROPPED)).isEqualTo(2);
        assertThat(callbacks.count(State.DELIVERED)).isEqualTo(5);
    }

    @Test
    void thoseThatFulfilAConditionAreLostSoManyTimes() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP)
                .when(callback -> callback.fields().path("stream_id").asInt() % 2 == 0)
                .times(2));

        assertThat(sent(6)).containsExactly("1", "3", "5", "6");
    }

    @Test
    void aRandomShareIsTheSameForASeed() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP).share(0.5));
        List<String> first = sent(40);

        CLOUD.simulator().reset();
        CallbackReceiver again = new CallbackReceiver();
        try (again) {
            callbacks.to("live", again.url("/"), KEY);
            callbacks.fail(CallbackFaultPlan.of(CallbackFault.DROP).share(0.5));
            sent(40);

            assertThat(first).hasSizeBetween(5, 35);
            assertThat(again.texts("stream_id")).isEqualTo(first);
        }
    }

    @Test
    void aDelayedOneComesLater() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DELAY).times(1).by(Duration.ofMinutes(5)));

        assertThat(sent(2)).containsExactly("2");
        deliverAfter(Duration.ofMinutes(5));

        assertThat(receiver.texts("stream_id")).containsExactly("2", "1");
        assertThat(receiver.texts("t")).containsExactly("1777594200", "1777594500");
    }

    @Test
    void aDelayCanBeRandom() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DELAY).between(Duration.ofMinutes(1), Duration.ofMinutes(9)));

        assertThat(sent(20)).isEmpty();
        deliverAfter(Duration.ofMinutes(5));
        assertThat(receiver.received()).hasSizeBetween(1, 19);
        deliverAfter(Duration.ofMinutes(4));

        assertThat(receiver.received()).hasSize(20);
    }

    @Test
    void aDuplicateIsSentTwice() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.DUPLICATE).every(2));

        assertThat(sent(2)).containsExactly("1", "2", "2");
        assertThat(callbacks.all()).extracting(callback -> callback.number()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void oneIsOvertakenByTheNext() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.REORDER).every(2));

        assertThat(sent(4)).containsExactly("1", "3", "2");
        deliverAfter(Duration.ofMinutes(1));

        assertThat(receiver.texts("stream_id")).containsExactly("1", "3", "2", "4");
    }

    @Test
    void aWrongKeyGivesAnotherSignature() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.WRONG_KEY).times(1));

        sent(2);

        assertThat(receiver.texts("t")).containsExactly("1777594200", "1777594200");
        assertThat(receiver.texts("sign").get(0))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(receiver.texts("sign").get(1));
    }

    @Test
    void anExpiredOneIsSignedForATimeThatHasPassed() throws Exception {
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.EXPIRED));

        sent(1);

        assertThat(receiver.texts("t")).containsExactly("1777593599");
        // by md5sum, of the key and 1777593599
        assertThat(receiver.texts("sign")).containsExactly("5ae195ff5754027bbe0ae6d9cb641149");
    }

    @Test
    void aDamagedBodyDiffersFromTheOneThatWasSigned() throws Exception {
        sent(1);
        String whole = receiver.received().get(0).body();
        callbacks.fail(CallbackFaultPlan.of(CallbackFault.MUTATED_BODY));

        IntStream.range(0, 20).forEach(number -> send("1"));
        callbacks.deliverDue();

        assertThat(receiver.received()).hasSize(21);
        assertThat(receiver.received().subList(1, 21))
                .extracting(Received::body)
                .doesNotContain(whole)
                .anyMatch(body -> body.length() == whole.length())
                .anyMatch(body -> body.length() < whole.length());
    }

    @Test
    void wrongPlansAreNamed() {
        CallbackFaultPlan plan = CallbackFaultPlan.of(CallbackFault.DROP);

        assertThatThrownBy(() -> plan.every(0)).hasMessageContaining("every=0");
        assertThatThrownBy(() -> plan.share(1.5)).hasMessageContaining("share=1.5");
        assertThatThrownBy(() -> plan.by(Duration.ofSeconds(-1))).hasMessageContaining("by=PT-1S");
    }
}
