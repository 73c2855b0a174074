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
package io.github.camelvideo.benchmarks.vendor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that plays one list of the vendor as fast as it can: windows, paging, total and the {@code Date} header; no signature is
 * checked. {@code GET /counters} answers with the number of calls and the bytes received so far; {@code GET /change} changes what can change.
 *
 * <p>A server by hand, because on a machine with two cores all that it costs is missing on the other side.
 */
public final class Vendor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VendorList list;
    private final FastClock clock;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    private Vendor(VendorList list, FastClock clock) {
        this.list = list;
        this.clock = clock;
    }

    /** Arguments: clock, kind of the list, and for that the second of the first item, items of one second, seconds to the next, items in all. Prints
     * its port, and ends with its parent. */
    public static void main(String[] args) throws IOException {
        Vendor vendor = new Vendor(
                VendorList.Kind.valueOf(args[1])
                        .of(
                                Instant.ofEpochSecond(Long.parseLong(args[2])),
                                Integer.parseInt(args[3]),
                                Integer.parseInt(args[4]),
                                Integer.parseInt(args[5])),
                FastClock.parse(args[0]));
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> vendor.accept(server));
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The benchmark's vendor accepts no more connections", e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                answer(head(in), in, out);
            }
        } catch (EOFException e) {
            // the client closed the connection
        } catch (IOException e) {
            System.err.println("Connection lost: " + e.getMessage());
        }
    }

    private void answer(String head, InputStream in, OutputStream out) throws IOException {
        byte[] body = in.readNBytes(length(head));
        if (head.startsWith("GET /counters")) {
            send(out, (calls + " " + received).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (head.startsWith("GET /change")) {
            list.change();
            send(out, new byte[0]);
            return;
        }
        calls.incrementAndGet();
        received.addAndGet(head.length() + body.length);
        send(out, list.answer(JSON.readTree(body), clock.instant().getEpochSecond()));
    }

    private void send(OutputStream out, byte[] body) throws IOException {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: " + date + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        // at once: a head on its way alone would wait for the acknowledgement of the other side
        out.write(all);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        String name = "\r\ncontent-length:";
        int at = head.toLowerCase(Locale.ROOT).indexOf(name);
        if (at < 0) {
            return 0;
        }
        int value = at + name.length();
        return Integer.parseInt(
                head.substring(value, head.indexOf("\r\n", value)).trim());
    }
}
