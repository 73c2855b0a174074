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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What routes must receive, in this order for each key, and what they received over all processes. An item may come twice only where it was
 * the last of its feed before a kill. Of one thread.
 */
final class Ledger {

    private final Map<KilledFeed, Account> accounts = new EnumMap<>(KilledFeed.class);
    private int taken;

    private static final class Account {

        final Map<String, List<String>> expected = new HashMap<>();
        final Map<String, List<String>> received = new HashMap<>();
        /** The last ones of processes that were killed, until they come again: the next process may be killed before that. */
        final Set<LedgerLine> inFlight = new HashSet<>();
        /** Announcements that may still come. */
        final Set<LedgerLine> perhaps = new HashSet<>();
        /** The last one of the present process. */
        LedgerLine last;

        int expectedCount;
        int receivedCount;
        int repeated;
        int ofProcess;
    }

    Ledger() {
        for (KilledFeed feed : KilledFeed.values()) {
            accounts.put(feed, new Account());
        }
    }

    void expect(KilledFeed feed, String key, String state) {
        Account account = accounts.get(feed);
        account.expected.computeIfAbsent(key, none -> new ArrayList<>()).add(state);
        account.expectedCount++;
    }

    /** @param all that the present process has received so far */
    void take(List<LedgerLine> all) {
        all.subList(taken, all.size()).forEach(this::take);
        taken = all.size();
    }

    private void take(LedgerLine line) {
        Account account = accounts.get(KilledFeed.valueOf(line.feed()));
        List<String> before = account.received.computeIfAbsent(line.key(), none -> new ArrayList<>());
        List<String> expected = account.expected.getOrDefault(line.key(), List.of());
        account.ofProcess++;
        account.last = line;
        if (before.size() < expected.size() && expected.get(before.size()).equals(line.state())) {
            before.add(line.state());
            account.receivedCount++;
        } else if (!account.perhaps.remove(line)) {
            assertThat(account.inFlight.remove(line))
                    .as("%s, received after %s of %s, was in flight at a kill", line, before, expected)
                    .isTrue();
            account.repeated++;
            announcedByRepetition(account, line, before, expected);
        }
    }

    /** A change that comes again during a resync announces the member; whether it was before the resync began, nobody here can tell. */
    private static void announcedByRepetition(
            Account account, LedgerLine line, List<String> before, List<String> expected) {
        String announcement = "present" + line.state().substring(line.state().indexOf(' '));
        if (before.size() < expected.size() && expected.get(before.size()).equals(announcement)) {
            before.add(announcement);
            account.receivedCount++;
            account.perhaps.add(new LedgerLine(line.feed(), line.key(), announcement));
        }
    }

    /** The present process was killed. */
    void killed() {
        taken = 0;
        for (Account account : accounts.values()) {
            if (account.last != null) {
                account.inFlight.add(account.last);
            }
            account.last = null;
            account.ofProcess = 0;
        }
    }

    /** How many items the present process has received from a feed. */
    int ofProcess(KilledFeed feed) {
        return accounts.get(feed).ofProcess;
    }

    /** Whether all that is expected was received. */
    boolean isComplete() {
        return accounts.values().stream().allMatch(account -> account.receivedCount == account.expectedCount);
    }

    void assertComplete() {
        accounts.forEach(
                (feed, account) -> assertThat(account.received).as(feed.name()).isEqualTo(account.expected));
    }

    /** What is missing yet, for the message of a test that waits for it. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        accounts.forEach((feed, account) -> account.expected.forEach((key, states) -> {
            List<String> received = account.received.getOrDefault(key, List.of());
            if (received.size() < states.size()) {
                missing.add(feed + " " + key + ": " + states.subList(received.size(), states.size()));
            }
        }));
        return missing;
    }

    /** A line for each feed: received, repeated, lost. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        accounts.forEach((feed, account) -> lines.add("%-18s delivered=%d repeated=%d lost=%d"
                .formatted(
                        feed, account.receivedCount, account.repeated, account.expectedCount - account.receivedCount)));
        return lines;
    }

    int repeated(KilledFeed feed) {
        return accounts.get(feed).repeated;
    }
}
