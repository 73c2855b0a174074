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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls for each delivered item in the steady state, by a clock that runs fast on both sides. */
final class CallsPerItem {

    private static final int SPEED = 100;
    private static final int LOOKBACK = 600;
    private static final int WARM_UP = 2 * LOOKBACK;
    private static final int DEVICES = 1_000;
    private static final int MINUTE = 60;

    private CallsPerItem() {}

    public static void main(String[] args) throws Exception {
        Subject subject = Subject.chosen();
        int perSecond = Settings.number("perSecond", 1);
        int every = Settings.number("every", 10);
        int delay = Settings.number("delay", delay(subject));
        int measured = Settings.number("seconds", 3_600);
        Table table = new Table("minutes", "items", "calls", "calls/item", "repeated", "not delivered");
        try (VendorProcess vendor = vendor(subject, perSecond, every, WARM_UP + measured + 600);
                Feed feed = new Feed(
                        vendor,
                        vendor.clock,
                        Map.of(),
                        options(subject, vendor) + "initialDelay=0&delay=" + delay * 1000 / SPEED)) {
            feed.start();
            Thread.sleep(Duration.ofSeconds(WARM_UP / SPEED).toMillis());
            int items = feed.delivered();
            long calls = vendor.calls();
            Thread.sleep(Duration.ofSeconds(measured / SPEED).toMillis());
            int delivered = feed.delivered() - items;
            long made = vendor.calls() - calls;
            long missing = vendor.happened() - feed.delivered();
            boolean isLog = subject == Subject.LOG;
            table.row(
                    measured / 60,
                    delivered,
                    made,
                    (double) made / delivered,
                    // a device that changes again is not a repetition
                    subject == Subject.SNAPSHOT ? "-" : feed.repeated(),
                    !isLog ? "-" : missing <= 3L * perSecond * delay ? "0" : missing);
        }
        table.print("Steady state of a " + subject + ", " + rate(subject, perSecond, every) + ", a poll every " + delay
                + " s" + Settings.options());
    }

    /** That of the catalog, in seconds. */
    private static int delay(Subject subject) {
        return switch (subject) {
            case LOG -> 10;
            case SERIES -> 600;
            case REVISIONS -> 60;
            case SNAPSHOT -> 30;
        };
    }

    private static String rate(Subject subject, int perSecond, int every) {
        return switch (subject) {
            case LOG -> perSecond + " item a second, lookback 10 min";
            case SERIES -> perSecond + " figure a minute";
            case REVISIONS -> perSecond + " task every " + every + " s";
            case SNAPSHOT -> DEVICES + " devices of which one changes every " + every + " s";
        };
    }

    private static String options(Subject subject, VendorProcess vendor) {
        String options = subject.options(1);
        return switch (subject) {
            case LOG -> options + "lookback=PT10M&startFrom=" + vendor.first + "&";
            case SERIES, REVISIONS -> options + "startFrom=" + vendor.first + "&";
            case SNAPSHOT -> "initial=silent&";
        };
    }

    private static VendorProcess vendor(Subject subject, int perSecond, int every, int seconds) throws IOException {
        FastClock clock = FastClock.startingNow(SPEED);
        Instant first = Instant.ofEpochSecond(clock.instant().getEpochSecond() / MINUTE * MINUTE - 2 * 3_600);
        return switch (subject) {
            case LOG -> VendorProcess.live(perSecond, SPEED, LOOKBACK, seconds);
            case SERIES -> VendorProcess.start(subject, clock, first, perSecond, 0, seconds / MINUTE + 120);
            case REVISIONS -> VendorProcess.start(subject, clock, first, perSecond, every, seconds + 7_200);
            case SNAPSHOT -> VendorProcess.start(subject, clock, first, 1, every, DEVICES);
        };
    }
}
