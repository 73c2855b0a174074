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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What goes wrong, and when. Scripted faults strike in the order they were added, one a request, and are then spent;
 * random ones strike between them until {@link #clear()}. Safe for use by many threads.
 */
public final class Faults {

    /** What the choice of a fault depends on. */
    record Target(String action, boolean list, boolean laterPage) {

        boolean suits(Fault fault) {
            return switch (fault) {
                case PAGE_REPEATED -> laterPage;
                case ITEMS_SHUFFLED -> list;
                default -> true;
            };
        }
    }

    private static final class Script {
        private final FaultPlan plan;
        private int toSkip;
        private int toStrike;

        Script(FaultPlan plan) {
            this.plan = plan;
            this.toSkip = plan.skipped();
            this.toStrike = plan.count();
        }

        boolean matches(Target target) {
            return (plan.action() == null || plan.action().equals(target.action())) && target.suits(plan.fault());
        }
    }

    private static final class Hook {
        private final String action;
        private final Runnable run;
        private int toPass;

        Hook(String action, int toPass, Runnable run) {
            this.action = action;
            this.toPass = toPass;
            this.run = run;
        }
    }

    // all guarded by this; short, without I/O
    private final List<Script> scripts = new ArrayList<>();
    private final List<Hook> hooks = new ArrayList<>();
    private SplittableRandom random;
    private double probability;
    private List<Fault> randomFaults = List.of();

    /** The next request fails so. */
    public void next(Fault fault) {
        add(FaultPlan.of(fault));
    }

    /** The next so many requests fail so. */
    public void next(int times, Fault fault) {
        add(FaultPlan.of(fault).times(times));
    }

    /** The next so many requests for an action fail so. */
    public void next(String action, int times, Fault fault) {
        add(FaultPlan.of(fault).on(action).times(times));
    }

    /** Adds a plan behind those that are there. */
    public synchronized void add(FaultPlan plan) {
        scripts.add(new Script(plan));
    }

    /** From now on each request fails with that probability, with one of the faults; the seed decides. */
    public synchronized void random(long seed, double newProbability, Fault... faults) {
        if (newProbability < 0 || newProbability > 1 || faults.length == 0) {
            throw new IllegalArgumentException("A probability from 0 to 1 and at least one fault are needed, not "
                    + newProbability + " and " + faults.length + " faults");
        }
        random = new SplittableRandom(seed);
        probability = newProbability;
        randomFaults = List.of(faults);
    }

    /**
     * Runs something right before a request for an action is looked at, so that the world can change between two pages.
     * It runs on the server's thread, and the request waits for it.
     *
     * @param nth 1 for the next request for that action
     */
    public synchronized void beforeRequest(String action, int nth, Runnable run) {
        if (nth < 1) {
            throw new IllegalArgumentException("The next request is number 1, not " + nth);
        }
        hooks.add(new Hook(action, nth - 1, run));
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        scripts.clear();
        hooks.clear();
        random = null;
        randomFaults = List.of();
    }

    /** Whether every scripted fault has struck. */
    public synchronized boolean isSpent() {
        return scripts.isEmpty();
    }

    /** The fault for a request, or null. */
    synchronized FaultPlan choose(Target target) {
        for (Iterator<Script> all = scripts.iterator(); all.hasNext(); ) {
            Script script = all.next();
            if (!script.matches(target)) {
                continue;
            }
            if (script.toSkip > 0) {
                script.toSkip--;
                continue;
            }
            if (--script.toStrike == 0) {
                all.remove();
            }
            return script.plan;
        }
        if (random != null && random.nextDouble() < probability) {
            Fault fault = randomFaults.get(random.nextInt(randomFaults.size()));
            return target.suits(fault) ? FaultPlan.of(fault) : null;
        }
        return null;
    }

    /** What is to run before this request; the caller runs it. */
    synchronized List<Runnable> hooksOf(String action) {
        List<Runnable> due = new ArrayList<>();
        for (Iterator<Hook> all = hooks.iterator(); all.hasNext(); ) {
            Hook hook = all.next();
            if (hook.action.equals(action) && hook.toPass-- == 0) {
                due.add(hook.run);
                all.remove();
            }
        }
        return due;
    }
}
