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
package io.github.camelvideo.simulator.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.NumberedPage;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveDomain;
import io.github.camelvideo.simulator.world.LiveStream;
import io.github.camelvideo.simulator.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds, changes, tells and deletes the domains of the account. A name is unique over push and playback. */
final class DomainActions {

    private static final NumberedPage PAGE = new NumberedPage("DomainList", 10);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MOST = 100;
    private static final Duration LOCKED = Duration.ofDays(2);
    private static final int PLAYBACK = 1;
    private static final int PLAY_TYPES = 3;

    private final World world;
    private final Live live;
    private final Codes codes;
    private final Clock clock;

    DomainActions(World world, Codes codes, Clock clock) {
        this.world = world;
        this.live = world.live();
        this.codes = codes;
        this.clock = clock;
    }

    ObjectNode add(Parameters parameters) {
        String name = parameters.text("DomainName");
        if (!NAME.matcher(name).matches()) {
            throw codes.refusal("AddLiveDomain", Codes.Wrong.DOMAIN_FORMAT, "DomainName is no domain: " + name);
        }
        return world.exclusively(() -> {
            if (live.domain(name) != null) {
                throw codes.refusal("AddLiveDomain", Codes.Wrong.TAKEN, "Domain " + name + " is there already");
            }
            if (live.domains().size() >= MOST) {
                throw codes.refusal("AddLiveDomain", Codes.Wrong.TOO_MANY, "There are " + MOST + " domains already");
            }
            live.save(new LiveDomain(
                    name,
                    isPush(parameters),
                    true,
                    playType(parameters),
                    parameters.number("IsDelayLive", 0) == 1,
                    parameters.number("IsMiniProgramLive", 0) == 1,
                    clock.instant()));
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private static boolean isPush(Parameters parameters) {
        return parameters.number("DomainType", 0) != PLAYBACK;
    }

    private static int playType(Parameters parameters) {
        return (int) parameters.number("PlayType", 1);
    }

    ObjectNode delete(Parameters parameters) {
        return world.exclusively(() -> {
            LiveDomain domain = required("DeleteLiveDomain", parameters);
            if (domain.push() != isPush(parameters)) {
                throw codes.refusal(
                        "DeleteLiveDomain",
                        Codes.Wrong.UNKNOWN,
                        "Domain " + domain.name() + " is not of type " + parameters.text("DomainType"));
            }
            Instant now = clock.instant();
            boolean traffic = Stream.concat(live.streams().stream(), live.endedStreams().stream())
                    .filter(stream -> stream.domain().equals(domain.name()) && !stream.refused())
                    .anyMatch((LiveStream stream) -> stream.isLiveIn(now.minus(LOCKED), now.plusNanos(1)));
            if (traffic) {
                throw new Refusal(
                        "FailedOperation.DeleteDomainInLockedTime",
                        "Domain " + domain.name() + " had streams within the last 2 days");
            }
            live.removeDomain(domain.name());
            return JsonNodeFactory.instance.objectNode();
        });
    }

    ObjectNode enable(Parameters parameters) {
        return change("EnableLiveDomain", parameters, domain -> domain.withEnabled(true));
    }

    ObjectNode disable(Parameters parameters) {
        return change("ForbidLiveDomain", parameters, domain -> domain.withEnabled(false));
    }

    ObjectNode modifyPlayType(Parameters parameters) {
        int type = playType(parameters);
        return change("ModifyLivePlayDomain", parameters, domain -> {
            if (domain.push()) {
                throw codes.refusal(
                        "ModifyLivePlayDomain", Codes.Wrong.UNKNOWN, domain.name() + " is no playback domain");
            }
            return domain.withPlayType(type);
        });
    }

    private ObjectNode change(String action, Parameters parameters, UnaryOperator<LiveDomain> change) {
        return world.exclusively(() -> {
            live.save(change.apply(required(action, parameters)));
            return JsonNodeFactory.instance.objectNode();
        });
    }

    private LiveDomain required(String action, Parameters parameters) {
        LiveDomain domain = live.domain(parameters.text("DomainName"));
        if (domain == null) {
            throw codes.refusal(action, Codes.Wrong.UNKNOWN, "There is no domain " + parameters.text("DomainName"));
        }
        return domain;
    }

    ObjectNode read(Parameters parameters) {
        return JsonNodeFactory.instance
                .objectNode()
                .set("DomainInfo", show(required("DescribeLiveDomain", parameters)));
    }

    ObjectNode list(Parameters parameters) {
        List<LiveDomain> all = live.domains();
        List<LiveDomain> shown = all.stream()
                .filter(domain -> is(parameters, "DomainStatus", domain.enabled() ? 1 : 0))
                .filter(domain -> is(parameters, "DomainType", domain.push() ? 0 : PLAYBACK))
                .filter(domain -> is(parameters, "IsDelayLive", domain.delayed() ? 1 : 0))
                .filter(domain -> domain.push() || is(parameters, "PlayType", domain.playType()))
                .filter(domain -> parameters.filled("DomainPrefix") == null
                        || domain.name().startsWith(parameters.text("DomainPrefix")))
                .toList();
        ObjectNode page = PAGE.of(shown, parameters, DomainActions::show);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("AllCount", shown.size())
                .put("CreateLimitCount", MOST - all.size());
        answer.set("DomainList", page.get("DomainList"));
        IntStream.rangeClosed(1, PLAY_TYPES)
                .mapToLong(type -> all.stream()
                        .filter(domain -> !domain.push() && domain.enabled() && domain.playType() == type)
                        .count())
                .forEach(answer.putArray("PlayTypeCount")::add);
        return answer;
    }

    private static boolean is(Parameters parameters, String name, long value) {
        return parameters.number(name, value) == value;
    }

    private static ObjectNode show(LiveDomain domain) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Name", domain.name())
                .put("Type", domain.push() ? 0 : PLAYBACK)
                .put("Status", domain.enabled() ? 1 : 0)
                .put("CreateTime", TimeStyle.BEIJING.write(domain.createdAt()))
                .put("BCName", 1)
                .put("TargetDomain", domain.name() + (domain.push() ? ".livepush" : ".liveplay") + ".example.com")
                .put("PlayType", domain.playType())
                .put("IsDelayLive", domain.delayed() ? 1 : 0)
                .put("CurrentCName", "")
                .put("RentTag", 0)
                .put("RentExpireTime", "0000-00-00 00:00:00")
                .put("IsMiniProgramLive", domain.miniProgram() ? 1 : 0);
    }
}
