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

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;

/**
 * The thread that reads the lists of {@code forEachIn=action:} while the consumer polls. It is made when the first list is read. {@link #execute} is
 * called by the polling thread, the others by those that start and stop the consumer.
 */
final class ListThread implements Executor {

    private final CamelContext camel;
    private final Object owner;
    private final String name;
    private ExecutorService thread;
    private boolean running;

    /**
     * @param owner whom JMX names the thread after
     * @param name how messages name the consumer
     */
    ListThread(CamelContext camel, Object owner, String name) {
        this.camel = camel;
        this.owner = owner;
        this.name = name;
    }

    synchronized void start() {
        running = true;
    }

    /** @throws RejectedExecutionException when the consumer does not run */
    @Override
    public synchronized void execute(Runnable task) {
        if (!running) {
            throw new RejectedExecutionException(name + " has stopped");
        }
        if (thread == null) {
            thread = camel.getExecutorServiceManager().newSingleThreadExecutor(owner, name + "-forEachIn");
        }
        thread.execute(task);
    }

    /** Interrupts a reading under way; nobody needs its list any more. */
    synchronized void stop() {
        running = false;
        interrupt();
    }

    /** Interrupts a reading under way; another one may begin. */
    synchronized void interrupt() {
        if (thread != null) {
            camel.getExecutorServiceManager().shutdownNow(thread).forEach(ListThread::cancel);
            thread = null;
        }
    }

    /** One that has not begun never will, and somebody may wait for it. */
    private static void cancel(Runnable task) {
        if (task instanceof Future<?> waitedFor) {
            waitedFor.cancel(true);
        }
    }
}
