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

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ExecutorServiceManager;

/** The thread that delivers what callbacks told, and polls when one says that there is something new. May be asked by any thread. */
final class CallbackThread {

    /** One task: asked for again before it began, it runs once. */
    private final class Task implements Runnable {

        private final Runnable work;
        private final AtomicBoolean isAskedFor = new AtomicBoolean();

        Task(Runnable work) {
            this.work = work;
        }

        void ask() {
            if (isAskedFor.compareAndSet(false, true)) {
                try {
                    thread.execute(this);
                } catch (RejectedExecutionException e) {
                    // the consumer has stopped: the next run delivers what is stored
                    isAskedFor.set(false);
                }
            }
        }

        @Override
        public void run() {
            isAskedFor.set(false);
            work.run();
        }
    }

    private final ExecutorServiceManager manager;
    private final ExecutorService thread;
    private final Task deliver;
    private final Task poll;

    /**
     * @param consumer the owner, after which JMX names the thread
     * @param deliver delivers what was offered to the feed
     * @param poll polls once
     */
    CallbackThread(Consumer consumer, String feed, Runnable deliver, Runnable poll) {
        this.manager = consumer.getEndpoint().getCamelContext().getExecutorServiceManager();
        this.thread = manager.newSingleThreadExecutor(consumer, feed + "-callback");
        this.deliver = new Task(deliver);
        this.poll = new Task(poll);
    }

    void deliverSoon() {
        deliver.ask();
    }

    void pollSoon() {
        poll.ask();
    }

    /** Interrupts a wait for the vendor; what is delivered already ends normally. */
    void stop() {
        manager.shutdownNow(thread);
    }
}
