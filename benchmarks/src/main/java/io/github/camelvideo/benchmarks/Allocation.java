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

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What all threads of this process have allocated. Threads that ended are counted as far as they were seen. */
final class Allocation implements AutoCloseable {

    private static final int LOOK_MILLIS = 50;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> byThread = new HashMap<>();
    private final Thread observer = new Thread(this::observe, "allocation");

    Allocation() {
        observer.setDaemon(true);
        observer.start();
    }

    /** Bytes so far. */
    synchronized long bytes() {
        long[] ids = threads.getAllThreadIds();
        long[] allocated = threads.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            if (allocated[i] >= 0) {
                byThread.put(ids[i], allocated[i]);
            }
        }
        return byThread.values().stream().mapToLong(Long::longValue).sum();
    }

    private void observe() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                bytes();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        observer.interrupt();
    }
}
