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
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveDomain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** How many requests of viewers failed in each minute. The domains need not be known. */
final class PlayErrorActions {

    private static final TimeWindow.Rules RULES = TimeWindow.Rules.days(Duration.ofDays(1), 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Data is about four minutes late. */
    private static final Duration LATE = Duration.ofMinutes(4);

    private static final int FEWEST_REQUESTS = 500;
    private static final int MORE_REQUESTS = 1500;
    /** Of a hundred requests fewer fail. */
    private static final int MOST_FAILED = 3;

    private final Live live;
    private final Shapes shapes;
    private final Clock clock;

    PlayErrorActions(Live live, Shapes shapes, Clock clock) {
        this.live = live;
        this.shapes = shapes;
        this.clock = clock;
    }

    /** A list of all minutes up to now for each class of status codes. A minute without data yet is 0, as the document says. */
    ObjectNode minutes(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, RULES, clock.instant());
        Collection<String> domains = parameters.texts("PlayDomains");
        if (domains.isEmpty()) {
            domains = live.domains().stream()
                    .filter(domain -> !domain.push())
                    .map(LiveDomain::name)
                    .toList();
        }
        String types = parameters.text("StatType");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("HttpCodeList");
        for (String type : types.split(",")) {
            ObjectNode code = list.addObject().put("HttpCode", type);
            addMinutes(code.putArray("ValueList"), type, domains, window);
        }
        return answer.put("StatType", types);
    }

    private void addMinutes(ArrayNode values, String type, Collection<String> domains, TimeWindow window) {
        Instant now = clock.instant();
        Instant begin = window.from().truncatedTo(ChronoUnit.MINUTES);
        for (Instant time = begin; !time.isAfter(window.to()) && time.isBefore(now); time = time.plus(MINUTE)) {
            Instant minute = time;
            boolean known = !minute.isAfter(now.minus(LATE));
            long requests = domains.stream()
                    .mapToLong(domain -> requests(domain, minute))
                    .sum();
            long failed = !known
                    ? 0
                    : domains.stream()
                            .mapToLong(domain -> failed(type, domain, minute))
                            .sum();
            values.addObject()
                    .put("Time", window.style().write(minute))
                    .put("Numbers", failed)
                    .put("Percentage", percentage(failed, requests));
        }
    }

    private long requests(String domain, Instant minute) {
        return FEWEST_REQUESTS
                + shapes.random("requests to " + domain + " at " + minute).nextInt(MORE_REQUESTS);
    }

    private long failed(String type, String domain, Instant minute) {
        long most = requests(domain, minute) * MOST_FAILED / 100;
        return shapes.random(type + " of " + domain + " at " + minute).nextLong(most);
    }

    private static BigDecimal percentage(long failed, long requests) {
        return requests == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100 * failed).divide(BigDecimal.valueOf(requests), 2, RoundingMode.HALF_UP);
    }
}
