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
package io.github.camelvideo.monitor;

import io.github.camelvideo.client.CallListener;
import io.github.camelvideo.client.EndedCall;
import io.github.camelvideo.protocol.ApiCall;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of all components of a Camel context, by API and action, since it was created. Hands each call on to the listeners that were
 * added, on the thread that ended it. There are as many counters as actions that were called; actions that no
 * catalog lists share one. For any thread.
 */
public final class CallStatistics implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger(CallStatistics.class);

    private final Map<Called, ActionCalls> actions = new ConcurrentHashMap<>();
    private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

    private record Called(String api, String action) {

        static Called of(ApiCall call) {
            return new Called(call.api().id(), call.listedAction());
        }
    }

    private CallStatistics() {}

    /** Those of a context. */
    public static CallStatistics of(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (CallStatistics.class) {
            CallStatistics statistics = extension.getContextPlugin(CallStatistics.class);
            if (statistics == null) {
                statistics = new CallStatistics();
                extension.addContextPlugin(CallStatistics.class, statistics);
            }
            return statistics;
        }
    }

    /** Lets a listener hear of each call from now on. One that throws is told so in the log, and hears of the next call, too. */
    public void add(CallListener listener) {
        listeners.add(listener);
    }

    /** Lets a listener hear of no further call. */
    public void remove(CallListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void begun(ApiCall call) {
        of(call).begun();
        listeners.forEach(listener -> tell(() -> listener.begun(call)));
    }

    @Override
    public void ended(EndedCall call) {
        of(call.call()).ended(call);
        listeners.forEach(listener -> tell(() -> listener.ended(call)));
    }

    /** A call must end, whatever a listener does. */
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A listener of calls failed. Correct it: what it counts is wrong", e);
        }
    }

    private ActionCalls of(ApiCall call) {
        return actions.computeIfAbsent(Called.of(call), called -> new ActionCalls(called.api(), called.action()));
    }

    /** All actions that were called, by API and name. */
    List<ActionCalls.Counts> all() {
        return actions.values().stream()
                .map(ActionCalls::counts)
                .sorted(Comparator.comparing(ActionCalls.Counts::api).thenComparing(ActionCalls.Counts::action))
                .toList();
    }
}
