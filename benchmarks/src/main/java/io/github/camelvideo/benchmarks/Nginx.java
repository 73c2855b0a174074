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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An nginx that gives the same answer to every call, whatever it asks. */
final class Nginx implements AutoCloseable {

    private static final int START_MILLIS = 5_000;

    final String url;
    private final Process process;

    private Nginx(String url, Process process) {
        this.url = url;
        this.process = process;
    }

    /** @param answer body of each answer */
    static Nginx answering(String answer) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nginx");
        Files.writeString(folder.resolve("answer.json"), answer);
        // a worker has rights of its own
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        int port = freePort();
        // a static file takes no POST, so the refusal is answered with the file
        Path configuration = Files.writeString(
                folder.resolve("nginx.conf"),
                """
                daemon off;
                worker_processes 1;
                pid %1$s/pid;
                error_log %1$s/error.log;
                events { worker_connections 4096; }
                http {
                    access_log off;
                    tcp_nodelay on;
                    keepalive_requests 100000000;
                    open_file_cache max=10;
                    client_body_temp_path %1$s;
                    server {
                        listen 127.0.0.1:%2$d backlog=4096;
                        root %1$s;
                        error_page 405 =200 /answer.json;
                        location / { default_type application/json; try_files /answer.json =404; }
                    }
                }
                """
                        .formatted(folder, port));
        Process process;
        try {
            process = new ProcessBuilder(
                            "nginx",
                            "-c",
                            configuration.toString(),
                            "-e",
                            folder.resolve("error.log").toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("nginx does not start. Install nginx, so that it is on the PATH.", e);
        }
        Nginx nginx = new Nginx("http://127.0.0.1:" + port, process);
        nginx.awaitStart(port);
        return nginx;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(int port) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        close();
        throw new IllegalStateException("nginx does not answer at " + url);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
