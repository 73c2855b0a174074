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
package io.github.camelvideo.simulator.api.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Bandwidth and traffic over time. Measured is every five minutes; a longer period shows the peak within it and the sum
 * of its traffic. Days and hours are those of the clock the caller writes times in.
 */
record TrafficSeries(Duration period) {

    static final Duration SLOT = Duration.ofMinutes(5);

    private static final double BITS_PER_BYTE = 8;
    private static final double P95 = 0.95;

    private record Slot(Instant time, double bandwidth) {

        private static final Comparator<Slot> LOWEST_FIRST =
                Comparator.comparingDouble(Slot::bandwidth).thenComparing(Slot::time, Comparator.reverseOrder());

        double flux() {
            return bandwidth * SLOT.toSeconds() / BITS_PER_BYTE;
        }
    }

    /**
     * The answer of an action.
     *
     * @param bandwidth Mbps of the five minutes that begin at a moment
     */
    ObjectNode answer(TimeWindow window, Instant now, ToDoubleFunction<Instant> bandwidth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Slot> all = new ArrayList<>();
        Instant begin = floor(window.from(), window.style());
        for (Instant time = begin; !time.isAfter(window.to()); time = time.plus(period)) {
            List<Slot> slots = slots(time, now, bandwidth);
            if (!slots.isEmpty()) {
                list.add(show(time, slots, window.style()));
                all.addAll(slots);
            }
        }
        all.sort(Slot.LOWEST_FIRST);
        Slot peak = all.isEmpty() ? new Slot(begin, 0) : all.get(all.size() - 1);
        Slot p95 = all.isEmpty() ? peak : all.get((int) Math.ceil(all.size() * P95) - 1);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("PeakBandwidthTime", window.style().write(peak.time()))
                .put("PeakBandwidth", rounded(peak.bandwidth()))
                .put("P95PeakBandwidthTime", window.style().write(p95.time()))
                .put("P95PeakBandwidth", rounded(p95.bandwidth()))
                .put("SumFlux", flux(all));
        answer.set("DataInfoList", list);
        return answer;
    }

    private List<Slot> slots(Instant from, Instant now, ToDoubleFunction<Instant> bandwidth) {
        List<Slot> slots = new ArrayList<>();
        for (Instant time = from; time.isBefore(from.plus(period)); time = time.plus(SLOT)) {
            if (!time.plus(SLOT).isAfter(now)) {
                slots.add(new Slot(time, bandwidth.applyAsDouble(time)));
            }
        }
        return slots;
    }

    private Instant floor(Instant moment, TimeStyle style) {
        long seconds = moment.getEpochSecond() + style.offset().getTotalSeconds();
        return moment.minusSeconds(Math.floorMod(seconds, period.toSeconds())).minusNanos(moment.getNano());
    }

    private static ObjectNode show(Instant time, List<Slot> slots, TimeStyle style) {
        Slot peak = slots.stream().max(Slot.LOWEST_FIRST).orElseThrow();
        return JsonNodeFactory.instance
                .objectNode()
                .put("Time", style.write(time))
                .put("Bandwidth", rounded(peak.bandwidth()))
                .put("Flux", flux(slots))
                .put("PeakTime", style.write(peak.time()));
    }

    /** Sum of what is shown for single periods, so that it adds up. */
    private static BigDecimal flux(List<Slot> slots) {
        return slots.stream().map(slot -> rounded(slot.flux())).reduce(rounded(0), BigDecimal::add);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
