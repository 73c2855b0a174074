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

import io.github.camelvideo.benchmarks.vendor.FastClock;
import io.github.camelvideo.benchmarks.vendor.Vendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The vendor, in a process of its own, so that nothing of it is counted as the consumer's. */
final class VendorProcess implements AutoCloseable {

    final Subject subject;
    final FastClock clock;
    final Instant first;
    final int perSecond;
    final int count;
    final String url;
    private final Process process;

    private VendorProcess(
            Subject subject, FastClock clock, Instant first, int perSecond, int count, String url, Process process) {
        this.subject = subject;
        this.count = count;
        this.clock = clock;
        this.first = first;
        this.perSecond = perSecond;
        this.url = url;
        this.process = process;
    }

    /** One whose alarms have all happened, some in a second, or one in some seconds. */
    static VendorProcess past(int items, int perSecond, int every) throws IOException {
        FastClock clock = FastClock.startingNow(1);
        // a little before now, so that all of them stand still
        Instant first = clock.instant().minusSeconds((long) items / perSecond * every + 60);
        return start(Subject.LOG, clock, first, perSecond, every, items);
    }

    /**
     * One whose alarms go on.
     *
     * @param speed seconds that pass in one second of real time
     * @param historySeconds since when there have been alarms, in seconds of its clock
     * @param seconds for how long there will be more, in seconds of its clock
     */
    static VendorProcess live(int perSecond, int speed, int historySeconds, int seconds) throws IOException {
        FastClock clock = FastClock.startingNow(speed);
        return start(
                Subject.LOG,
                clock,
                clock.instant().minusSeconds(historySeconds),
                perSecond,
                1,
                perSecond * (historySeconds + seconds));
    }

    /** One that plays a list of another kind; the arguments are those of {@link io.github.camelvideo.benchmarks.vendor.Vendor}. */
    static VendorProcess start(Subject subject, FastClock clock, Instant first, int perSecond, int every, int items)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Benchmarks.java(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                Vendor.class.getName(),
                clock.toString(),
                subject.list,
                Long.toString(first.getEpochSecond()),
                Integer.toString(perSecond),
                Integer.toString(every),
                Integer.toString(items));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = out.readLine();
        if (port == null) {
            throw new IllegalStateException("The vendor did not start");
        }
        return new VendorProcess(subject, clock, first, perSecond, items, "http://127.0.0.1:" + port, process);
    }

    /** Calls so far. */
    long calls() {
        return counter(0);
    }

    /** Bytes of all requests so far. */
    long received() {
        return counter(1);
    }

    /** Alarms that have happened by now. */
    long happened() {
        return (clock.instant().getEpochSecond() - first.getEpochSecond() + 1) * perSecond;
    }

    /** Changes all that can change. */
    void change() {
        get("/change");
    }

    private long counter(int index) {
        return Long.parseLong(get("/counters").split(" ")[index]);
    }

    private String get(String path) {
        try {
            URLConnection connection = URI.create(url + path).toURL().openConnection();
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
