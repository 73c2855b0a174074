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
package io.github.camelvideo.tencent.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.feed.position.FileOffsetRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many callbacks as the senders can send, while the list goes on. */
class CallbackFloodIT extends CallbackRoute {

    private static final int SENDERS = 8;
    private static final int LISTED = 20;
    private static final int INBOX = 50;

    @TempDir
    Path directory;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger statuses = new AtomicInteger();
    private volatile boolean stopped;

    @Test
    void thePollGoesOnAndWhatWasAcceptedIsDeliveredOnce() throws Exception {
        cloud().world().feed("live", "DescribeLiveStreamEventList").clear();
        context.getRegistry().bind("offsets", new FileOffsetRepository(directory.toString()));
        start(LIST + "?startFrom=PT1H&delay=20&initialDelay=0&offsetRepository=#offsets&callbackInboxSize=" + INBOX
                + "&callback=" + PATH + "&callbackKey=" + KEY);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> running = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            running.add(senders.submit(() -> flood(number)));
        }
        Instant end = now().minusSeconds(1);
        for (int item = 0; item < LISTED; item++) {
            listed("listed" + item, end, end);
            int wanted = 2 * (item + 1);
            awaitPolled(wanted);
        }
        stopped = true;
        senders.shutdown();
        assertThat(senders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        for (Future<?> sender : running) {
            sender.get();
        }
        await(accepted.size() + 2 * LISTED);

        assertThat(told.stream().filter(event -> event.origin().equals("push")).map(Told::stream))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(statuses.get()).as("answers that are neither 200 nor 503").isZero();
    }

    private void awaitPolled(int wanted) {
        org.awaitility.Awaitility.await()
                .atMost(LONG)
                .until(() -> told.stream()
                                .filter(event -> event.origin().equals("poll"))
                                .count()
                        >= wanted);
    }

    private Void flood(int sender) throws Exception {
        for (int number = 0; !stopped; number++) {
            String stream = "pushed" + sender + "-" + number;
            int status = send(event(1, stream, now().minusSeconds(60)));
            if (status == 200) {
                accepted.add(stream);
            } else if (status != 503) {
                statuses.incrementAndGet();
            }
        }
        return null;
    }
}
