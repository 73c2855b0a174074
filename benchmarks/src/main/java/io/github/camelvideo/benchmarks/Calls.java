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
package io.github.camelvideo.benchmarks;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls in a second and bytes allocated for each, in turns: bare OkHttp, OkHttp with the least code that signs, the component, and the
 * vendor's SDK. The server is nginx with one answer for all.
 */
final class Calls {

    private static final String ALARM =
            "{\"Id\":100000001,\"DeviceId\":\"11000000801320000001\",\"DeviceName\":\"North gate\","
                    + "\"WarnChannel\":\"11000000801310000001\",\"WarnLevel\":2,\"WarnLevelName\":\"medium\",\"WarnMode\":5,"
                    + "\"WarnModeName\":\"video alarm\",\"WarnType\":2,\"Del\":0,\"CreateTime\":\"2026-11-01T10:00:00+08:00\","
                    + "\"UpdateTime\":\"2026-11-01T10:00:00+08:00\"}";

    private static final String BARE = "OkHttp";
    private static final String SIGNED = "OkHttp and signing";
    private static final String OURS = "component";
    private static final String SDK = "vendor's SDK";

    private Calls() {}

    private static String answer(int alarms) {
        return "{\"Response\":{\"Total\":" + alarms + ",\"Data\":["
                + String.join(",", java.util.Collections.nCopies(alarms, ALARM))
                + "],\"RequestId\":\"4f3f5a9c-0000-4000-8000-000000000000\"}}";
    }

    public static void main(String[] args) throws Exception {
        int rounds = Settings.number("rounds", 5);
        int millis = 1_000 * Settings.number("seconds", 3);
        int alarms = Settings.number("items", 0);
        try (Nginx nginx = Nginx.answering(answer(alarms));
                Allocation allocation = new Allocation()) {
            for (String atOnce : Settings.text("inFlight", "1,16,64,512").split(",")) {
                measure(nginx.url, Integer.parseInt(atOnce), rounds, millis, allocation);
            }
        }
    }

    private static void measure(String url, int inFlight, int rounds, int millis, Allocation allocation)
            throws Exception {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put(BARE, new OkHttpCaller(url, inFlight, null));
        callers.put(
                SIGNED,
                new OkHttpCaller(
                        url, inFlight, new MinimalSigner(URI.create(url).getAuthority())));
        callers.put(OURS, new CamelCaller(url, inFlight));
        callers.put(SDK, new SdkCaller(url, inFlight));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<Double>> bytes = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Caller> caller : callers.entrySet()) {
                long before = allocation.bytes();
                long start = System.nanoTime();
                long calls = run(caller.getValue(), inFlight, millis);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round > 0) {
                    // the first round warms all up
                    rates.computeIfAbsent(caller.getKey(), any -> new ArrayList<>())
                            .add(calls / seconds);
                    bytes.computeIfAbsent(caller.getKey(), any -> new ArrayList<>())
                            .add((double) (allocation.bytes() - before) / calls);
                }
            }
        }
        callers.values().forEach(Caller::close);
        Table table = new Table(
                "in flight " + inFlight, "calls/s", "of bare", "of signing", "of SDK", "bytes/call", "of signing");
        for (String name : callers.keySet()) {
            table.row(
                    name,
                    Table.median(rates.get(name)),
                    ratio(rates.get(name), rates.get(BARE)),
                    ratio(rates.get(name), rates.get(SIGNED)),
                    ratio(rates.get(name), rates.get(SDK)),
                    Table.median(bytes.get(name)),
                    ratio(bytes.get(name), bytes.get(SIGNED)));
        }
        table.print("Medians of " + rounds + " rounds");
    }

    /** Of each round, so that both saw the same machine. */
    private static double ratio(List<Double> ours, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round) / others.get(round));
        }
        return Table.median(ratios);
    }

    /** Keeps so many calls in flight for a time; returns how many have ended. */
    private static long run(Caller caller, int inFlight, int millis) throws InterruptedException {
        Semaphore free = new Semaphore(inFlight);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long deadline = System.nanoTime() + millis * 1_000_000L;
        long calls = 0;
        while (System.nanoTime() < deadline) {
            free.acquire();
            caller.call(problem -> {
                if (problem != null) {
                    failure.set(problem);
                }
                free.release();
            });
            calls++;
        }
        free.acquire(inFlight);
        if (failure.get() != null) {
            throw new IllegalStateException("A call failed", failure.get());
        }
        return calls;
    }
}
