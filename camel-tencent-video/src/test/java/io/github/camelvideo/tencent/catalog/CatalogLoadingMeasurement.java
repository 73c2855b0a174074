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
import java.util.Arrays;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what the first use of an API costs; no test, run it by hand in a fresh JVM.
 *
 * <p>Cold is the first load after Camel is started and Jackson has parsed one small document, as in any application that uses
 * this component; warm is the median of later loads. Heap is what stays after collection per loaded catalog.
 */
final class CatalogLoadingMeasurement {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogLoadingMeasurement.class);
    private static final int KEPT = 20;

    private CatalogLoadingMeasurement() {}

    public static void main(String[] args) throws Exception {
        String id = args.length == 0 ? "iotvideoindustry" : args[0];
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            if (args.length < 2) {
                new ObjectMapper().readTree("{\"a\":[1]}");
            }
            double cold = millis(id);
            double second = millis(id);
            for (int i = 0; i < 300; i++) {
                millis(id);
            }
            double[] warm = new double[101];
            for (int i = 0; i < warm.length; i++) {
                warm[i] = millis(id);
            }
            Arrays.sort(warm);
            ApiCatalog[] kept = new ApiCatalog[KEPT];
            long before = usedHeap();
            for (int i = 0; i < KEPT; i++) {
                kept[i] = load(id);
            }
            long perCatalog = (usedHeap() - before) / KEPT / 1024;
            LOG.info(
                    "{}: cold {} ms, second {} ms, warm {} ms, heap {} KB ({} kept)",
                    id,
                    cold,
                    second,
                    warm[50],
                    perCatalog,
                    kept.length);
        }
    }

    private static double millis(String id) {
        long start = System.nanoTime();
        load(id);
        return (System.nanoTime() - start) / 10_000 / 100.0;
    }

    private static ApiCatalog load(String id) {
        return Catalogs.of(CatalogLoadingMeasurement.class, id).get(id);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
