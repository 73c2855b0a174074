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

import io.github.camelvideo.simulator.http.SimulatorServer;
import io.github.camelvideo.simulator.wire.Account;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** How a simulator is to start. Each start makes a new one. */
public final class SimulatorBuilder {

    private static final int HIGHEST_PORT = 65_535;

    String host = SimulatorServer.LOOPBACK;
    boolean control;
    int port;
    Clock clock = Clock.systemUTC();
    long seed = 1;
    Path worldFile;
    boolean rateLimits = true;
    LongSupplier nanoTime = System::nanoTime;
    /** The APIs to simulate, or null for all. */
    List<String> apis;

    String catalogs;
    /** Those that a user set. */
    final Map<String, Integer> rates = new HashMap<>();

    private final List<Account> accounts = new ArrayList<>();
    private final List<Account> apiKeys = new ArrayList<>();

    SimulatorBuilder() {}

    /** Port to listen on; 0, the default, takes a free one. */
    public SimulatorBuilder port(int newPort) {
        if (newPort < 0 || newPort > HIGHEST_PORT) {
            throw new IllegalArgumentException("A port is 0 to " + HIGHEST_PORT + ", not " + newPort);
        }
        port = newPort;
        return this;
    }

    /** Address to listen on; {@code 127.0.0.1} by default, which only this machine reaches. {@code 0.0.0.0} is every address. */
    public SimulatorBuilder host(String newHost) {
        host = Objects.requireNonNull(newHost, "host");
        return this;
    }

    /** Whether the world, faults and the clock can be changed over HTTP, as {@link SimulatorMain} describes; not by default. */
    public SimulatorBuilder control(boolean on) {
        control = on;
        return this;
    }

    /** Clock of signatures, alarms and {@code Date} headers; the system's by default. */
    public SimulatorBuilder clock(Clock newClock) {
        clock = Objects.requireNonNull(newClock, "clock");
        return this;
    }

    /** Source of everything invented; 1 by default. */
    public SimulatorBuilder seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** Adds an account with long-term keys, at every vendor. Without any, there is the default one. */
    public SimulatorBuilder account(String secretId, String secretKey) {
        return account(secretId, secretKey, null);
    }

    /** Adds an account with temporary keys, whose token must come with every call. */
    public SimulatorBuilder account(String secretId, String secretKey, String token) {
        accounts.add(new Account(
                Objects.requireNonNull(secretId, "secretId"), Objects.requireNonNull(secretKey, "secretKey"), token));
        return this;
    }

    /** Adds an account of API {@code live-v2017}: its number and its API key. Without any, there is the default one. */
    public SimulatorBuilder apiKey(String appId, String apiKey) {
        apiKeys.add(
                new Account(Objects.requireNonNull(appId, "appId"), Objects.requireNonNull(apiKey, "apiKey"), null));
        return this;
    }

    /** File that stores the world, so that the next simulator resumes it. By default nothing is stored. */
    public SimulatorBuilder worldFile(Path file) {
        worldFile = file;
        return this;
    }

    /** Whether calls above the documented rates are refused; true by default. */
    public SimulatorBuilder rateLimits(boolean limited) {
        rateLimits = limited;
        return this;
    }

    /**
     * Sets how many calls a second each account (in each region) may make of an API, all actions together, or of an
     * action; by default the documented ones of actions hold. A tenth more may come at once.
     *
     * @param name {@code api} or {@code api/Action}, such as {@code linkvisual}
     */
    public SimulatorBuilder rate(String name, int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("The rate of " + name + " must be 1 or more, not " + perSecond);
        }
        rates.put(name, perSecond);
        return this;
    }

    /** What rates are measured by; {@link System#nanoTime()} by default, also under a clock that tests move. */
    public SimulatorBuilder ticker(LongSupplier newNanoTime) {
        nanoTime = Objects.requireNonNull(newNanoTime, "ticker");
        return this;
    }

    /** The APIs to simulate; all by default. */
    public SimulatorBuilder apis(String... ids) {
        apis = List.of(ids);
        return this;
    }

    /**
     * Catalogs of more APIs, or of newer definitions of the built-in ones.
     *
     * @param locations folders and JSON documents, separated by commas, each with {@code file:} or {@code classpath:} before it, such as
     *     {@code file:catalogs}. The documents of jars on the class path that list them for a component are found without it.
     */
    public SimulatorBuilder catalogs(String locations) {
        catalogs = Objects.requireNonNull(locations, "catalogs");
        return this;
    }

    /**
     * Starts listening.
     *
     * @throws IllegalArgumentException when a name of {@link #rate} or {@link #apis} is unknown, or a location of {@link #catalogs} does
     *     not exist
     */
    public VideoCloudSimulator start() {
        return new VideoCloudSimulator(this);
    }

    List<Account> apiKeysOrDefault() {
        return apiKeys.isEmpty()
                ? List.of(new Account(VideoCloudSimulator.APP_ID, VideoCloudSimulator.API_KEY, null))
                : List.copyOf(apiKeys);
    }

    List<Account> accountsOrDefault() {
        return accounts.isEmpty()
                ? List.of(new Account(VideoCloudSimulator.SECRET_ID, VideoCloudSimulator.SECRET_KEY, null))
                : List.copyOf(accounts);
    }
}
