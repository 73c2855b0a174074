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
package io.github.camelvideo.tencent.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what the first use of an API costs; no test, run it by hand in a fresh JVM on an idle machine.
 *
 * <p>Cold is the first load after Camel has started; with a second argument Jackson's ObjectMapper was used before, as in an
 * application that already handles JSON. Warm is the median of 100 loads after 300 others. Heap is what stays per catalog.
 */
final class CatalogLoadingMeasurement {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogLoadingMeasurement.class);
    private static final int KEPT = 20;

    private CatalogLoadingMeasurement() {}

    public static void main(String[] args) throws Exception {
        String id = args.length == 0 ? "iotvideoindustry" : args[0];
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            if (args.length > 1) {
                new ObjectMapper().readTree("{}");
            }
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double cold = millis(id);
            double coldCpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
            double warm = warm(id);
            LOG.info("{}: cold {} ms (CPU {} ms), warm {} ms, heap {} KB", id, cold, coldCpu, warm, heap(id));
        }
    }

    private static double warm(String id) {
        double[] times = new double[100];
        for (int i = -300; i < times.length; i++) {
            times[Math.max(i, 0)] = millis(id);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static long heap(String id) {
        List<ApiCatalog> kept = new ArrayList<>();
        long before = usedHeap();
        while (kept.size() < KEPT) {
            kept.add(load(id));
        }
        return (usedHeap() - before) / kept.size() / 1024;
    }

    private static double millis(String id) {
        long start = System.nanoTime();
        load(id);
        return (System.nanoTime() - start) / 1e6;
    }

    private static ApiCatalog load(String id) {
        return Catalogs.ofClassPath("tencent-video").get(id);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
