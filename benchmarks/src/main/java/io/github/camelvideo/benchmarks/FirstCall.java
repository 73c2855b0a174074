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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Milliseconds of a client's first call in a fresh JVM, in turns. The client, and Camel with it, is made and started before. */
final class FirstCall {

    private FirstCall() {}

    /** Without arguments the benchmark; with the name of a client and the URL of a server one first call. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            System.out.println(milliseconds(args[0], args[1]));
            // the client's threads would keep the process alive
            Runtime.getRuntime().halt(0);
        }
        int rounds = Settings.number("rounds", 9);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        try (Nginx nginx = Nginx.answering("{\"Response\":{\"Total\":0,\"Data\":[],\"RequestId\":\"r\"}}")) {
            for (int round = 0; round <= rounds; round++) {
                for (String client : List.of("OkHttp", "component", "vendor's SDK")) {
                    double time = inFreshJvm(client, nginx.url);
                    if (round > 0) {
                        // the first round reads the classes from the disk
                        times.computeIfAbsent(client, any -> new ArrayList<>()).add(time);
                    }
                }
            }
        }
        Table table = new Table("client", "first call, ms", "of OkHttp");
        double bare = Table.median(times.get("OkHttp"));
        times.forEach((client, all) -> table.row(client, Table.median(all), Table.median(all) / bare));
        table.print("Medians of " + rounds + " JVMs each");
    }

    private static double inFreshJvm(String client, String url) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Benchmarks.java(), FirstCall.class.getName(), client, url);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The first call failed: " + client);
        }
        return Double.parseDouble(output.lines().reduce((before, line) -> line).orElseThrow());
    }

    private static double milliseconds(String client, String url) throws Exception {
        Caller caller =
                switch (client) {
                    case "OkHttp" -> new OkHttpCaller(url, 1, null);
                    case "component" -> new CamelCaller(url, 1);
                    default -> new SdkCaller(url, 1);
                };
        long start = System.nanoTime();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        caller.call(ended::complete);
        if (ended.get() != null) {
            throw new IllegalStateException(ended.get());
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
