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
package io.github.camelvideo.docs;

import io.github.camelvideo.client.Permits;
import io.github.camelvideo.feed.Partition;
import io.github.camelvideo.feed.partition.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How long items wait until a feed reads them, by a virtual clock: with the round robin of the feed and the limiter of the client, and a
 * vendor that answers each call after the same time. Deterministic; runs in one thread, and no time passes.
 */
final class ScaleSimulation {

    /** Of each call. */
    static final Duration CALL = Duration.ofMillis(100);

    static final Duration DELAY = Duration.ofSeconds(10);

    /** Items on a page. */
    static final int PAGE = 100;

    /** Where a poll takes longer, the next one takes longer still. */
    private static final Duration LONGEST_WALK = DELAY.multipliedBy(20);

    private static final double SECOND = 1e9;

    /**
     * What was found.
     *
     * @param cycle seconds between two readings of one device, or between two polls
     * @param mean seconds until an item arrives, over all items
     * @param longest seconds until an item arrives at most
     * @param calls calls a second
     */
    record Result(double cycle, double mean, double longest, double calls) {}

    private record End(long at, int device) implements Comparable<End> {

        @Override
        public int compareTo(End other) {
            return Long.compare(at, other.at);
        }
    }

    private long now;
    private final Permits permits;

    private ScaleSimulation(int rate) {
        this.permits = new Permits(rate, () -> now);
    }

    /** The devices of one feed, each read by a call of its own, once a poll; items happen at each at any time. */
    static Result ofDevices(int devices, int rate, int concurrency) {
        return new ScaleSimulation(rate).poll(devices, concurrency);
    }

    private Result poll(int devices, int concurrency) {
        List<Partition> partitions = new ArrayList<>(devices);
        for (int i = 0; i < devices; i++) {
            partitions.add(Partition.of("D", Integer.toString(i)));
        }
        Turns turns = new Turns();
        long[] readAt = new long[devices];
        double sum = 0;
        double squares = 0;
        long longest = 0;
        long begun = 0;
        // the first poll only shows when each device is read for the first time
        for (int poll = 0; poll < 2; poll++) {
            begun = now;
            turns.begin(partitions);
            PriorityQueue<End> calls = new PriorityQueue<>();
            Partition next = turns.next();
            while (next != null || !calls.isEmpty()) {
                boolean mayCall = next != null && calls.size() < concurrency;
                long wait = mayCall ? permits.take() : Long.MAX_VALUE;
                if (wait == 0) {
                    calls.add(new End(now + CALL.toNanos(), Integer.parseInt(next.id())));
                    next = turns.next();
                } else if (!calls.isEmpty() && (!mayCall || calls.peek().at() <= now + wait)) {
                    End end = calls.remove();
                    now = end.at();
                    turns.ended(partitions.get(end.device()));
                    long interval = now - readAt[end.device()];
                    readAt[end.device()] = now;
                    if (poll > 0) {
                        sum += interval / SECOND;
                        squares += interval / SECOND * (interval / SECOND);
                        longest = Math.max(longest, interval);
                    }
                } else {
                    now += wait;
                }
            }
            now += DELAY.toNanos();
        }
        // of items that happen at any time, more fall into a long interval than into a short one
        double call = CALL.toNanos() / SECOND;
        return new Result(
                sum / devices, squares / sum / 2 + call, longest / SECOND + call, devices * SECOND / (now - begun));
    }

    /**
     * One list of the items of all devices, whose pages are read one after the other.
     *
     * @param perSecond items that happen in a second
     * @return null where the list grows faster than it can be read
     */
    static Result ofList(double perSecond, int rate) {
        return new ScaleSimulation(rate).walk(perSecond);
    }

    private Result walk(double perSecond) {
        int polls = 200;
        long readUpTo = 0;
        double latencies = 0;
        double longest = 0;
        double items = 0;
        long calls = 0;
        for (int poll = 0; poll < polls; poll++) {
            long end = now;
            long listed = (long) (perSecond * end / SECOND) - (long) (perSecond * readUpTo / SECOND);
            // a page that is full is never the last
            long pages = listed / PAGE + 1;
            for (long page = 0; page < pages; page++) {
                long wait = permits.take();
                while (wait > 0) {
                    now += wait;
                    wait = permits.take();
                }
                now += CALL.toNanos();
                long onPage = Math.min(PAGE, listed - page * PAGE);
                if (onPage > 0) {
                    double first = readUpTo + (double) (end - readUpTo) * page * PAGE / listed;
                    double last = readUpTo + (double) (end - readUpTo) * (page * PAGE + onPage) / listed;
                    latencies += onPage * (now - (first + last) / 2) / SECOND;
                    longest = Math.max(longest, (now - first) / SECOND);
                    items += onPage;
                }
            }
            calls += pages;
            readUpTo = end;
            if (now - end > LONGEST_WALK.toNanos()) {
                return null;
            }
            now += DELAY.toNanos();
        }
        return new Result(now / SECOND / polls, items == 0 ? 0 : latencies / items, longest, calls * SECOND / now);
    }
}
