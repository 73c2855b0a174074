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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CallbackSpec;
import io.github.camelvideo.simulator.callback.Callback.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The callbacks of the simulated clouds: HTTP requests to addresses of the user, signed and repeated as the catalog says.
 *
 * <p>An event goes to every address that the actions of its API registered for it, such as the callback rules of {@code live}, and to those
 * given to {@link #to}. Starts and ends of streams ({@code world().live()}) are told by themselves; any other event is told by {@link #send}.
 * A request whose response is late or has another status than 200 is repeated as long as the catalog says, by the simulator's clock: with a
 * {@code SimulatorClock}, a test moves it and calls {@link #deliverDue()}.
 *
 * <p>Requests are sent one after another, in the order of their moments, unless {@link #concurrency} allows more. They run on threads of their
 * own, see {@link CallbackQueue}; calling a method never sends on the caller's thread. Nothing of this is kept in a world file. Safe for use by
 * many threads.
 */
public final class Callbacks implements AutoCloseable {

    private final Clock clock;
    private final EventFields events;
    private final Function<String, List<ObjectNode>> records;
    private final CallbackQueue queue;

    // all guarded by this
    private final Map<String, List<Target>> targets = new LinkedHashMap<>();
    private final CallbackFaults faults;
    private OutgoingCallback held;
    private long last;

    /**
     * Callbacks that are sent by a clock.
     *
     * @param catalogs the catalog of an API; refuses an unknown one with an {@link IllegalArgumentException}
     * @param records the records of a kind
     * @param world lets the world do what is due
     */
    public Callbacks(
            Clock clock,
            long seed,
            Function<String, ApiCatalog> catalogs,
            Function<String, List<ObjectNode>> records,
            Runnable world) {
        this.clock = clock;
        this.events = new EventFields(catalogs, seed);
        this.records = records;
        this.faults = new CallbackFaults(seed);
        this.queue = new CallbackQueue(clock, world);
    }

    /** Sends from now on also what happens while nobody looks at the world, such as a scheduled start of a stream. */
    public void start() {
        queue.start();
    }

    /**
     * Sends all events of an API to an address from now on, without a registration.
     *
     * @param key key of the signature; null or empty to send without one
     * @throws IllegalArgumentException when the API has no callbacks, or the address is not an {@code http} or {@code https} URL
     */
    public synchronized void to(String api, String url, String key) {
        events.spec(api);
        if (!CallbackSender.isAddress(url)) {
            throw new IllegalArgumentException("url: must be an http:// or https:// URL.");
        }
        targets.computeIfAbsent(api, any -> new ArrayList<>()).add(new Target(url, key));
    }

    /**
     * Tells of an event at the present moment. The type of the event and its time are added unless the fields have them.
     *
     * @param api name of the API, such as {@code live}
     * @param event name of the event in the catalog
     * @param fields fields of the request, at least those that a callback rule names
     * @return one for each address; empty where no address is registered for the event
     * @throws IllegalArgumentException when there is no such event
     */
    public List<Callback> send(String api, String event, ObjectNode fields) {
        Instant now = clock.instant();
        ObjectNode complete = events.complete(api, event, fields, now);
        return queue(api, event, complete, now, targets(api, event, complete));
    }

    /**
     * Invents the fields of an event by their declared types.
     *
     * @param number makes its key another than those of other numbers
     * @throws IllegalArgumentException when there is no such event
     */
    public ObjectNode invent(String api, String event, int number) {
        return events.invented(api, event, number);
    }

    /** Lets callbacks from now on go wrong. Several plans can strike one callback. */
    public synchronized void fail(CallbackFaultPlan plan) {
        faults.add(Objects.requireNonNull(plan, "plan"));
    }

    /** How long a response may take, in real time whatever the simulator's clock shows; the vendor's time, 20 s, by default. */
    public void answerWithin(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("answerWithin=" + time + ": must be above 0.");
        }
        queue.answerWithin(time);
    }

    /** Whether each repetition expires anew and has a signature of its own, as by default, or repeats those of the first request. */
    public void renewsExpiry(boolean renews) {
        queue.renewsExpiry(renews);
    }

    /** How many requests run at once; 1 by default. With more, their order is not certain. */
    public void concurrency(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("concurrency=" + most + ": must be at least 1.");
        }
        queue.concurrency(most);
    }

    /** The callbacks, oldest first: the newest hundred thousand. */
    public List<Callback> all() {
        return queue.all();
    }

    /** How many callbacks are in a state, all since the start or {@link #clear()}. */
    public int count(State state) {
        return queue.count(state);
    }

    /**
     * Sends what is due by the simulator's clock and waits until each request has its response or has waited for it in vain. Repetitions that are
     * due later are not waited for.
     */
    public void deliverDue() throws InterruptedException {
        queue.deliverDue();
    }

    /**
     * Tells of the start of a stream.
     *
     * @param at when it started
     * @param facts what is known of it, by the names that {@code registrations.json} uses
     */
    public void streamStarted(Instant at, Map<String, String> facts) {
        tell(Registrations.Streams::started, at, facts);
    }

    /**
     * Tells of the end of a stream.
     *
     * @param at when it ended
     * @param facts what is known of it, by the names that {@code registrations.json} uses
     */
    public void streamEnded(Instant at, Map<String, String> facts) {
        tell(Registrations.Streams::ended, at, facts);
    }

    private void tell(Function<Registrations.Streams, String> event, Instant at, Map<String, String> facts) {
        Registrations.ALL.forEach((api, known) -> {
            if (known.streams() != null) {
                tell(api, event.apply(known.streams()), at, known.streams().fields(facts));
            }
        });
    }

    private void tell(String api, String event, Instant at, Map<String, String> values) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        values.forEach(known::put);
        List<Target> addresses = targets(api, event, known);
        if (!addresses.isEmpty()) {
            int number = Math.floorMod(values.hashCode(), 100_000);
            ObjectNode fields = events.complete(api, event, events.known(api, event, number, values), at);
            queue(api, event, fields, at, addresses);
        }
    }

    private List<Target> targets(String api, String event, ObjectNode fields) {
        List<Target> all = new ArrayList<>();
        synchronized (this) {
            all.addAll(targets.getOrDefault(api, List.of()));
        }
        Registrations registrations = Registrations.ALL.get(api);
        if (registrations != null) {
            all.addAll(registrations.targets(event, fields, records));
        }
        return all;
    }

    private synchronized List<Callback> queue(
            String api, String event, ObjectNode fields, Instant at, List<Target> addresses) {
        List<Callback> made = new ArrayList<>();
        for (Target address : addresses) {
            Callback callback = made(api, event, address, fields, at);
            Map<CallbackFault, Duration> chosen = faults.choose(callback);
            if (chosen.containsKey(CallbackFault.DROP)) {
                OutgoingCallback dropped = outgoing(callback, address, Set.of());
                dropped.drop();
                queue.add(dropped, at);
                made.add(dropped.shown());
                continue;
            }
            queue(outgoing(callback, address, chosen.keySet()), chosen);
            made.add(callback);
            if (chosen.containsKey(CallbackFault.DUPLICATE)) {
                Callback second = made(api, event, address, fields, at);
                Duration later = chosen.get(CallbackFault.DUPLICATE);
                queue.add(
                        outgoing(second, address, chosen.keySet()),
                        clock.instant().plus(delay(chosen)).plus(later));
                made.add(second);
            }
        }
        return made;
    }

    private Callback made(String api, String event, Target address, ObjectNode fields, Instant at) {
        return new Callback(++last, api, event, address.url(), fields, at, State.WAITING, List.of());
    }

    private OutgoingCallback outgoing(Callback callback, Target address, Set<CallbackFault> chosen) {
        CallbackSpec spec = events.spec(callback.api());
        return new OutgoingCallback(
                callback,
                spec.repeat(),
                new CallbackBody(spec.check(), address.key(), Set.copyOf(chosen), faults.nextSeed()));
    }

    /** The callback that follows one that is held lets it go. */
    private void queue(OutgoingCallback callback, Map<CallbackFault, Duration> chosen) {
        OutgoingCallback before = held;
        boolean isHeld = before == null && chosen.containsKey(CallbackFault.REORDER);
        held = isHeld ? callback : null;
        Instant due = clock.instant().plus(delay(chosen));
        queue.add(callback, isHeld ? due.plus(chosen.get(CallbackFault.REORDER)) : due);
        if (before != null) {
            queue.hurry(before);
        }
    }

    private static Duration delay(Map<CallbackFault, Duration> chosen) {
        return chosen.getOrDefault(CallbackFault.DELAY, Duration.ZERO);
    }

    /** Back to the state after the start: no addresses of {@link #to}, no faults, nothing sent. Requests that run are cut. */
    public synchronized void clear() {
        targets.clear();
        faults.clear();
        held = null;
        last = 0;
        queue.clear();
    }

    /** Sends nothing more; requests that run are cut. */
    @Override
    public void close() {
        queue.close();
    }
}
