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
package io.github.camelvideo.consumer;

import io.github.camelvideo.client.RateShare;
import io.github.camelvideo.feed.partition.LeasedPartitions;
import io.github.camelvideo.feed.position.PartitionLeases;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * The threads of a node that shares a feed: one renews its leases, and nothing else, so that nothing makes it late; another polls when the
 * node has got partitions or is to give some up. Started and stopped by the thread that starts and stops the consumer.
 */
final class LeaseThreads {

    private static final int RENEWALS_IN_A_LEASE = 3;

    /** A renewal under way is a few statements. */
    private static final Duration END = Duration.ofSeconds(10);

    private final ExecutorServiceManager manager;
    private final ScheduledExecutorService renewing;
    private final ExecutorService polling;
    private final RateShare rates;
    private final LeasedPartitions partitions;
    private final Runnable poll;
    private final AtomicBoolean isPollAskedFor = new AtomicBoolean();
    private final AtomicBoolean isRenewalAskedFor = new AtomicBoolean();
    private final long period;

    /**
     * @param consumer the owner, after which JMX names the threads
     * @param leases closed by {@link #stop}
     * @param rates of the calls of this node
     * @param poll polls once
     */
    LeaseThreads(
            Consumer consumer, String name, Sharing sharing, PartitionLeases leases, RateShare rates, Runnable poll) {
        this.manager = consumer.getEndpoint().getCamelContext().getExecutorServiceManager();
        this.renewing = manager.newSingleThreadScheduledExecutor(consumer, name + "-lease");
        this.polling = manager.newSingleThreadExecutor(consumer, name + "-leasePoll");
        this.rates = rates;
        this.poll = poll;
        this.period = sharing.lease().toNanos() / RENEWALS_IN_A_LEASE;
        this.partitions = new LeasedPartitions(
                name,
                leases,
                sharing.lease(),
                System::nanoTime,
                parts -> rates.divide(this, parts),
                this::pollSoon,
                this::renewSoon);
    }

    /** Which partitions this node reads. */
    LeasedPartitions partitions() {
        return partitions;
    }

    void start() {
        renewing.scheduleAtFixedRate(this::renew, 0, period, TimeUnit.NANOSECONDS);
    }

    private void renew() {
        isRenewalAskedFor.set(false);
        if (partitions.renew()) {
            renewSoon();
        }
    }

    private void renewSoon() {
        askFor(isRenewalAskedFor, renewing, this::renew);
    }

    private void pollSoon() {
        askFor(isPollAskedFor, polling, () -> {
            isPollAskedFor.set(false);
            poll.run();
        });
    }

    private static void askFor(AtomicBoolean isAskedFor, ExecutorService thread, Runnable task) {
        if (isAskedFor.compareAndSet(false, true)) {
            try {
                thread.execute(task);
            } catch (RejectedExecutionException e) {
                // the consumer stops, and its leases end with it
                isAskedFor.set(false);
            }
        }
    }

    /** Polls no more for changes; the leases are kept, so that the positions can still be stored. */
    void stopPolling() {
        manager.shutdownNow(polling);
    }

    /** Gives the leases back. */
    void stop() throws InterruptedException {
        manager.shutdown(renewing);
        manager.awaitTermination(renewing, END.toMillis());
        partitions.close();
        rates.release(this);
    }
}
