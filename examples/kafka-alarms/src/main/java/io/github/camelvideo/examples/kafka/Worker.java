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
package io.github.camelvideo.examples.kafka;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A worker of the Connect cluster, in a process of its own, so that it can be killed. */
final class Worker {

    private final Process process;
    private final String address;

    private Worker(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param folder where its settings and its log are */
    static Worker start(String broker, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Properties settings = new Properties();
        try (InputStream file = Worker.class.getResourceAsStream("/worker.properties")) {
            settings.load(file);
        }
        settings.setProperty("bootstrap.servers", broker);
        settings.setProperty("listeners", "http://" + address);
        settings.setProperty("rest.advertised.host.name", "127.0.0.1");
        settings.setProperty("rest.advertised.port", Integer.toString(port));
        Path file = folder.resolve("worker-" + port + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dlog.level=INFO",
                "org.apache.kafka.connect.cli.ConnectDistributed",
                file.toString());
        // in the environment: on the command line it may be too long
        builder.environment().put("CLASSPATH", classPath());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker-" + port + ".log").toFile());
        return new Worker(builder.start(), address);
    }

    /** That of this application, which Maven runs in a class loader. */
    private static String classPath() throws IOException {
        if (!(Worker.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                entries.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IOException("The class path has an entry that is no file: " + url, e);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Host and port of its REST interface; the cluster names it so. */
    String address() {
        return address;
    }

    /** As a crash of the machine does, without any last step. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
