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

import io.github.camelvideo.simulator.answer.Scripts;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;

/**
 * A running stand-in for the video clouds on the loopback address.
 *
 * <p>{@link #start()} listens on a free port, with the system clock, one account
 * ({@value #SECRET_ID}, {@value #SECRET_KEY}; for API {@code live-v2017} {@value #APP_ID}, {@value #API_KEY}) and three cameras without alarms; API {@code linkvisual}
 * has the same account and no camera. Point a client's endpoint at
 * {@link #url()} and give it those keys. It is strict: what the vendor's documents do not allow is refused, with the
 * vendor's code, and a warning in the log says what was expected.
 *
 * <p>Safe for use by many threads. Closing it ends all its threads and releases the world file.
 */
public final class VideoCloudSimulator implements AutoCloseable {

    /** Id of the account that is there when none is given. */
    public static final String SECRET_ID = "AKIDsimulator";

    /** Key of the account that is there when none is given. */
    public static final String SECRET_KEY = "simulator-secret-key";

    /** Number of the account of API {@code live-v2017} that is there when none is given. */
    public static final String APP_ID = "1250000000";

    /** API key of that account. */
    public static final String API_KEY = "simulator-api-key";

    private final Clock clock;
    private final SimulatedApis apis;
    private final World world;
    private final Faults faults = new Faults();
    private final RecordedRequests requests = new RecordedRequests();
    private final Scripts scripts = new Scripts();
    private final Wires wires;
    private final SimulatorServer server;

    VideoCloudSimulator(SimulatorBuilder builder) {
        clock = builder.clock;
        apis = SimulatedApis.with(builder.catalogs);
        builder.rates.keySet().forEach(apis::checkName);
        world = new World(clock, builder.seed, builder.worldFile, apis::checkFeed, apis::catalog);
        wires = new Wires(builder, apis, world, scripts);
        try {
            CallHandler calls = new CallHandler(wires, scripts, faults, requests, clock);
            ControlHandler control = new ControlHandler(this);
            server = SimulatorServer.start(
                    builder.host,
                    builder.port,
                    clock,
                    call -> builder.control && control.serves(call) ? control.handle(call) : calls.handle(call));
            world.callbacks().start();
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** Starts one with every default. */
    public static VideoCloudSimulator start() {
        return builder().start();
    }

    /** Starts one another way. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public String url() {
        return server.url();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The clock it lives by. */
    public Clock clock() {
        return clock;
    }

    SimulatedApis apis() {
        return apis;
    }

    /** Devices and alarms. */
    public World world() {
        return world;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /**
     * Answers an action word for word from now on, instead of from the world. Requests are checked as ever, and refused as ever.
     *
     * @param action {@code api/Action}, such as {@code live/DescribeLiveStreamState}
     * @param json the answer in the vendor's envelope
     */
    public void answer(String action, String json) {
        answer(action, Reply.of(200, "application/json", json));
    }

    /**
     * Answers an action with a reply of any kind from now on, such as a file.
     *
     * @param action {@code api/Action}
     */
    public void answer(String action, Reply reply) {
        scripts.put(apis.action(action), reply);
    }

    /** The requests that came. */
    public RecordedRequests requests() {
        return requests;
    }

    /**
     * Lets every file that is downloaded have so many bytes, byte {@code i} being {@code i % 251}, until {@link #reset()}. They are
     * made while they are sent, so that there may be more than fit into memory.
     */
    public void downloads(long bytes) {
        wires.downloads().size(bytes);
    }

    /**
     * Disables a key, as an administrator does at the vendor: calls with it are refused from now on, until {@link #reset()}. The keys of
     * API {@code live-v2017} cannot be disabled.
     *
     * @throws IllegalArgumentException when no account has that id, or it is disabled already
     */
    public void disableKey(String secretId) {
        wires.accounts().disable(secretId);
    }

    /**
     * Back to the state after the start: world, scripted answers, faults, recorded requests, nonces, rates and disabled keys. The clock is
     * not touched.
     */
    public void reset() {
        faults.clear();
        world.clear();
        wires.reset();
        scripts.clear();
        requests.clear();
    }

    /** Stops listening; requests in flight are cut. */
    @Override
    public void close() {
        try {
            server.close();
        } finally {
            world.close();
        }
    }
}
