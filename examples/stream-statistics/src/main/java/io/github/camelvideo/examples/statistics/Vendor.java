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
package io.github.camelvideo.examples.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** What the vendor says when it is asked for the whole span at once, by calls and not by feeds. */
final class Vendor {

    /** As the catalog has it: a slot that ended so long ago is final. */
    private static final Duration BANDWIDTH_GRACE = Duration.ofHours(1);

    private static final Duration VIEWERS_GRACE = Duration.ofMinutes(5);
    private static final Duration ERRORS_GRACE = Duration.ofMinutes(10);

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ProducerTemplate calls;
    private final Instant from;
    private final Clock clock;

    /**
     * @param calls of a running context
     * @param from begin of the span, which ends where figures are not final yet
     */
    Vendor(ProducerTemplate calls, Instant from, Clock clock) {
        this.calls = calls;
        this.from = from;
        this.clock = clock;
    }

    /** Every final slot of the domains, with its figure. */
    Map<Slot, BigDecimal> slots(List<String> domains) {
        Map<Slot, BigDecimal> slots = new HashMap<>();
        for (String domain : domains) {
            Instant bandwidthEnd = end(BANDWIDTH_GRACE, FIVE_MINUTES);
            list("DescribeBillBandwidthAndFluxList", "DataInfoList", bandwidthEnd, Map.of("PlayDomains", domain))
                    .forEach(item -> put(slots, "bandwidth", domain, item, "Bandwidth", bandwidthEnd));
            Instant viewersEnd = end(VIEWERS_GRACE, MINUTE);
            list("DescribeStreamPlayInfoList", "DataInfoList", viewersEnd, Map.of("PlayDomain", domain))
                    .forEach(item -> put(slots, "viewers", domain, item, "Online", viewersEnd));
            Instant errorsEnd = end(ERRORS_GRACE, MINUTE);
            Map<String, Object> classes = Map.of("PlayDomains", domain, "Granularity", 1, "StatType", "4xx,5xx");
            for (Map<?, ?> code : list("DescribePlayErrorCodeDetailInfoList", "HttpCodeList", errorsEnd, classes)) {
                maps(code.get("ValueList"))
                        .forEach(item ->
                                put(slots, "errors " + code.get("HttpCode"), domain, item, "Numbers", errorsEnd));
            }
        }
        return slots;
    }

    private Instant end(Duration grace, Duration slot) {
        long seconds = clock.instant().minus(grace).getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % slot.toSeconds());
    }

    private List<Map<?, ?>> list(String action, String list, Instant end, Map<String, Object> parameters) {
        if (!end.isAfter(from)) {
            return List.of();
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("StartTime", from.toString());
        all.put("EndTime", end.truncatedTo(ChronoUnit.SECONDS).toString());
        Map<?, ?> answer = calls.requestBody("tencent-video:live/" + action, all, Map.class);
        return maps(answer.get(list));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> maps(Object list) {
        return (List<Map<?, ?>>) list;
    }

    private static void put(
            Map<Slot, BigDecimal> slots, String metric, String domain, Map<?, ?> item, String field, Instant end) {
        Instant time = Instant.parse(item.get("Time").toString());
        if (time.isBefore(end)) {
            slots.put(
                    new Slot(metric, domain, time),
                    new BigDecimal(item.get(field).toString()));
        }
    }
}
