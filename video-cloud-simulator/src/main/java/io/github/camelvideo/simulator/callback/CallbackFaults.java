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
package io.github.camelvideo.simulator.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Decides what goes wrong, in the order in which callbacks are made, so that a seed and a sequence of events fix it. Callers hold the lock. */
final class CallbackFaults {

    private static final class Script {
        private final CallbackFaultPlan plan;
        private int seen;
        private int struck;

        Script(CallbackFaultPlan plan) {
            this.plan = plan;
        }

        boolean strikes(Callback callback, SplittableRandom random) {
            if (struck == plan.count() || !plan.when().test(callback) || ++seen % plan.nth() != 0) {
                return false;
            }
            if (plan.share() < 1 && random.nextDouble() >= plan.share()) {
                return false;
            }
            struck++;
            return true;
        }
    }

    private final long seed;
    private final List<Script> scripts = new ArrayList<>();
    private SplittableRandom random;

    CallbackFaults(long seed) {
        this.seed = seed;
        clear();
    }

    void add(CallbackFaultPlan plan) {
        scripts.add(new Script(plan));
    }

    void clear() {
        scripts.clear();
        random = new SplittableRandom(seed);
    }

    /** The faults of a new callback, each with its delay. */
    Map<CallbackFault, Duration> choose(Callback callback) {
        Map<CallbackFault, Duration> faults = new EnumMap<>(CallbackFault.class);
        for (Script script : scripts) {
            if (script.strikes(callback, random)) {
                faults.put(script.plan.fault(), delay(script.plan));
            }
        }
        return faults;
    }

    private Duration delay(CallbackFaultPlan plan) {
        long spread = plan.most().minus(plan.least()).toMillis();
        return spread == 0 ? plan.least() : plan.least().plusMillis(random.nextLong(spread + 1));
    }

    /** Source of how a body is damaged. */
    long nextSeed() {
        return random.nextLong();
    }
}
