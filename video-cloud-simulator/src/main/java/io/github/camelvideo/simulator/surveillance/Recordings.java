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
package io.github.camelvideo.simulator.surveillance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.world.Records;
import io.github.camelvideo.simulator.world.Surveillance;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is recorded of channels: what the world was told, and in the cloud what plans have recorded up to now. A plan
 * records whether the device is online or not.
 */
final class Recordings {

    /** How far back a plan is followed when what it recorded is kept. */
    private static final Duration DAYS_KEPT = Duration.ofDays(31);

    private final World world;
    private final Clock clock;
    private final Retrievals retrievals;
    private final Stock plans;
    private final Stock templates;

    Recordings(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.retrievals = new Retrievals(world, clock);
        this.plans = Family.PLANS.stock(world);
        this.templates = Family.TEMPLATES.stock(world);
    }

    List<Slice> onDevice(String channelId, long from, long to) {
        return told(Surveillance.DEVICE_RECORDINGS, channelId, from, to)
                .sorted(Comparator.comparingLong(Slice::begin))
                .toList();
    }

    /** Those in the cloud between two seconds; what was retrieved from the archive is not archived. */
    List<Slice> inCloud(String channelId, long from, long to) {
        Stream<Slice> planned = plans.records().all().stream()
                .filter(plan -> PlanRules.channelIds(plan).anyMatch(channelId::equals))
                .flatMap(plan -> recorded(plan, from, to).stream());
        return Stream.concat(told(Surveillance.CLOUD_RECORDINGS, channelId, from, to), planned)
                .map(slice -> slice.within(from, to))
                .map(slice -> retrievals.cover(channelId, slice) ? new Slice(slice.begin(), slice.end(), false) : slice)
                .sorted(Comparator.comparingLong(Slice::begin))
                .toList();
    }

    private Stream<Slice> told(String kind, String channelId, long from, long to) {
        return Data.where(world.records(kind), "ChannelId", channelId).stream()
                .map(Slice::of)
                .filter(slice -> slice.touches(from, to))
                .map(slice -> slice.within(from, to));
    }

    private List<Slice> recorded(ObjectNode plan, long from, long to) {
        ObjectNode template = templates.required(plan.path("TemplateId").asText());
        List<TimeSection> sections = Data.elements(template.path("TimeSections"))
                .map(TimeSection::checked)
                .toList();
        long begin = Math.max(from, plan.path("Since").asLong());
        long end = Math.min(to, clock.instant().getEpochSecond());
        List<Slice> slices = new ArrayList<>();
        for (LocalDate day = Times.day(begin); !day.isAfter(Times.day(end)); day = day.plusDays(1)) {
            for (TimeSection section : sections) {
                if (section.day() == day.getDayOfWeek()) {
                    Slice slice = section.on(day);
                    if (slice.touches(begin, end)) {
                        slices.add(slice.within(begin, end));
                    }
                }
            }
        }
        return slices;
    }

    /** Keeps what a plan has recorded up to now, for it is about to change or go. */
    void keep(ObjectNode plan) {
        Records told = world.records(Surveillance.CLOUD_RECORDINGS);
        long now = clock.instant().getEpochSecond();
        List<Slice> slices = recorded(plan, now - DAYS_KEPT.toSeconds(), now);
        PlanRules.channelIds(plan)
                .forEach(channel -> slices.forEach(slice -> told.save(
                        told.newId(10), slice.json().put("ChannelId", channel).put("Archived", false))));
        plans.save(plan.put("Since", now));
    }
}
