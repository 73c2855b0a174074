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
package io.github.camelvideo.lint.walk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Polls when its user says so, in the user's thread, so that nobody waits; notes what makes polls fail. Of one route at a time, by one
 * thread.
 */
public final class PollsOnDemand extends ServiceSupport
        implements ScheduledPollConsumerScheduler, PollingConsumerPollStrategy {

    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private CamelContext context;
    private Runnable task;
    private boolean isScheduled;

    /** One poll, to its end. */
    public void poll() {
        if (!isScheduled) {
            throw new IllegalStateException("The route does not run.");
        }
        task.run();
    }

    /** What made polls fail. */
    public List<Exception> failures() {
        return failures;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext newContext) {
        context = newContext;
    }

    @Override
    public void onInit(Consumer consumer) {}

    @Override
    public void scheduleTask(Runnable newTask) {
        task = newTask;
    }

    @Override
    public void unscheduleTask() {
        isScheduled = false;
    }

    @Override
    public void startScheduler() {
        isScheduled = true;
    }

    @Override
    public boolean isSchedulerStarted() {
        return isScheduled;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {}

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failures.add(cause);
        return false;
    }
}
