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
package io.github.camelvideo.feed.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.delivery.KnownItems.Known;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownItemsTest {

    private static final Instant T0 = Instant.parse("2026-06-01T00:00:00Z");

    private final KnownItems items = new KnownItems();

    @Test
    void anItemWhoseTimeIsMovedOnIsForgottenByItsLastTime() {
        for (int second = 0; second <= 100; second++) {
            put("moving", second);
        }
        put("standing", 50);

        items.forgetBefore(T0.plusSeconds(100));
        assertThat(items.all()).containsOnlyKeys("moving");
        put("moving", 150);
        items.forgetBefore(T0.plusSeconds(150));
        assertThat(items.all()).containsOnlyKeys("moving");
        items.forgetBefore(T0.plusSeconds(151));
        assertThat(items.all()).isEmpty();
    }

    @Test
    void anItemThatIsForgottenAndComesAgainIsForgottenAgain() {
        put("a", 10);
        items.forgetFrom(T0, key -> false);
        put("a", 20);

        items.forgetBefore(T0.plusSeconds(20));
        assertThat(items.all()).containsOnlyKeys("a");
        items.forgetBefore(T0.plusSeconds(21));
        assertThat(items.all()).isEmpty();
    }

    private void put(String key, int second) {
        items.put(key, new Known(T0.plusSeconds(second), ""));
    }
}
