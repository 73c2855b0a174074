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

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveDomain;
import io.github.camelvideo.simulator.world.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Bandwidth and traffic that are paid for. Only periods of five minutes that are over have any. */
final class TrafficActions {

    private static final TimeWindow.Rules PLAYED = TimeWindow.Rules.months(TimeWindow.MONTH, 36);
    private static final TimeWindow.Rules PUSHED = TimeWindow.Rules.months(TimeWindow.MONTH, 2);

    private final Live live;
    private final PlayCurve curve;
    private final Clock clock;

    TrafficActions(Live live, Shapes shapes, Clock clock) {
        this.live = live;
        this.curve = new PlayCurve(shapes);
        this.clock = clock;
    }

    /** A curve for each domain; the domains need not be known. */
    ObjectNode played(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, PLAYED, clock.instant());
        Collection<String> domains = parameters.texts("PlayDomains");
        if (domains.isEmpty()) {
            domains = live.domains().stream()
                    .filter(domain -> !domain.push())
                    .map(LiveDomain::name)
                    .toList();
        }
        Collection<String> counted = domains;
        return series(parameters, window).answer(window, clock.instant(), slot -> counted.stream()
                .mapToDouble(domain -> curve.bandwidth(domain, slot))
                .sum());
    }

    /** What the pushes of the world amount to. */
    ObjectNode pushed(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, PUSHED, clock.instant());
        List<LiveStream> streams = Stream.concat(live.endedStreams().stream(), live.streams().stream())
                .filter(stream -> parameters.allows("PushDomains", stream.domain()))
                .toList();
        return series(parameters, window).answer(window, clock.instant(), slot -> streams.stream()
                .mapToDouble(stream -> pushed(stream, slot))
                .sum());
    }

    private static double pushed(LiveStream stream, Instant slot) {
        Duration time = stream.within(slot, slot.plus(TrafficSeries.SLOT));
        return PushFigures.MBPS * time.toMillis() / TrafficSeries.SLOT.toMillis();
    }

    private static TrafficSeries series(Parameters parameters, TimeWindow window) {
        long minutes = parameters.number("Granularity", TrafficSeries.SLOT.toMinutes());
        if (minutes == TrafficSeries.SLOT.toMinutes()) {
            window.atMost(Duration.ofDays(1));
        }
        return new TrafficSeries(Duration.ofMinutes(minutes));
    }
}
