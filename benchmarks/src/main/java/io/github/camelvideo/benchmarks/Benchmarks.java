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
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a benchmark in a process of its own, with a heap of a known size, and with this build of the component or another one.
 *
 * <p>Settings are system properties, {@code bench} and {@code bench.*}: see README.md.
 */
public final class Benchmarks {

    /** What is measured, and the options of the JVM that measures it. */
    private static final Map<Class<?>, List<String>> PROGRAMS = Map.of(
            Backlog.class, List.of("-Xmx1g"),
            BytesWritten.class, List.of("-Xmx512m"),
            DenseList.class, List.of("-Xmx1g"),
            QuietPartitions.class, List.of("-Xmx512m"),
            CallsPerItem.class, List.of("-Xmx256m"),
            Calls.class, List.of("-Xmx1g"),
            FirstCall.class, List.of(),
            CallbackRates.class, List.of("-Xmx1g"),
            MillionItems.class, List.of("-Xmx256m", "-XX:+UseSerialGC"));

    private static final Map<String, Class<?>> NAMES = Map.of(
            "backlog", Backlog.class,
            "bytes", BytesWritten.class,
            "dense", DenseList.class,
            "quiet", QuietPartitions.class,
            "calls", CallsPerItem.class,
            "producer", Calls.class,
            "first", FirstCall.class,
            "callbacks", CallbackRates.class,
            "million", MillionItems.class);

    /** The modules whose code is measured; another checkout replaces them. */
    private static final List<String> MEASURED = List.of("camel-video-common", "camel-tencent-video");

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String name = System.getProperty("bench", "");
        Class<?> program = NAMES.get(name);
        if (program == null) {
            throw new IllegalArgumentException("-Dbench=" + name + ": must be one of "
                    + NAMES.keySet().stream().sorted().toList());
        }
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(PROGRAMS.get(program));
        System.getProperties().forEach((key, value) -> {
            if (key.toString().startsWith("bench.")) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.add(program.getName());
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CLASSPATH", String.join(java.io.File.pathSeparator, classPath()));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The benchmark " + name + " failed, exit code " + exit);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> classPath() throws URISyntaxException {
        List<String> own = new ArrayList<>();
        // as exec:java starts it, the class path is known to the class loader only
        if (Benchmarks.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                own.add(Path.of(url.toURI()).toString());
            }
        } else {
            own.addAll(List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)));
        }
        String checkout = System.getProperty("bench.checkout", "");
        if (checkout.isEmpty()) {
            return own;
        }
        List<String> jars = MEASURED.stream()
                .map(module -> jar(Path.of(checkout, module, "target"), module))
                .toList();
        System.out.println("Measured: " + String.join(", ", jars));
        return Stream.concat(jars.stream(), own.stream().filter(entry -> MEASURED.stream()
                        .noneMatch(entry::contains)))
                .collect(Collectors.toList());
    }

    private static String jar(Path target, String module) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No jar of " + module + " in " + target + ". Build it: mvn -DskipTests package"))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
