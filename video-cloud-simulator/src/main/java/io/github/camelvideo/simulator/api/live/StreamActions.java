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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Refusal;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lists, drops, forbids and resumes the streams that are pushed. */
final class StreamActions {

    private static final Duration DEFAULT_BAN = Duration.ofDays(7);
    private static final Duration LONGEST_BAN = Duration.ofDays(90);
    private static final int LONGEST_REASON = 2048;

    private final Live live;
    private final AnswerBuilder answers;
    private final Clock clock;

    StreamActions(Live live, AnswerBuilder answers, Clock clock) {
        this.live = live;
        this.answers = answers;
        this.clock = clock;
    }

    ObjectNode online(Parameters parameters) {
        String domain = parameters.filled("DomainName");
        String name = parameters.filled("StreamName");
        List<LiveStream> streams = live.streams().stream()
                .filter(stream -> domain == null || domain.equals(stream.domain()))
                .filter(stream -> stream.app().equals(app(parameters)))
                .filter(stream -> name == null || name.equals(stream.name()))
                .toList();
        return answers.page("DescribeLiveStreamOnlineList", parameters, streams, StreamActions::show);
    }

    private static ObjectNode show(LiveStream stream) {
        ObjectNode shown = JsonNodeFactory.instance
                .objectNode()
                .put("StreamName", stream.name())
                .put("AppName", stream.app())
                .put("DomainName", stream.domain())
                .put("PushToDelay", 0);
        shown.putArray("PublishTimeList").addObject().put("PublishTime", TimeStyle.UTC.write(stream.startedAt()));
        return shown;
    }

    ObjectNode state(Parameters parameters) {
        boolean forbidden = live.isForbidden(parameters.text("StreamName"));
        String state = forbidden ? "forbid" : find(parameters) == null ? "inactive" : "active";
        return JsonNodeFactory.instance.objectNode().put("StreamState", state);
    }

    private LiveStream find(Parameters parameters) {
        return live.stream(parameters.text("DomainName"), app(parameters), parameters.text("StreamName"));
    }

    /** Of a stream that is not live it is said that the call succeeds. */
    ObjectNode drop(Parameters parameters) {
        live.dropStream(parameters.text("DomainName"), app(parameters), parameters.text("StreamName"));
        return JsonNodeFactory.instance.objectNode();
    }

    /** Only the name counts unless the vendor's support has set up something else. */
    ObjectNode forbid(Parameters parameters) {
        Instant now = clock.instant();
        Instant until = now.plus(DEFAULT_BAN);
        if (parameters.filled("ResumeTime") != null) {
            until = TimeStyle.read(parameters, "ResumeTime").moment();
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_BAN))) {
            throw new Refusal(
                    "InvalidParameterValue", "ResumeTime must be within the 90 days after " + now + ", not " + until);
        }
        String reason = parameters.filled("Reason");
        if (reason != null && reason.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            throw new Refusal("InvalidParameterValue", "Reason must have at most " + LONGEST_REASON + " bytes");
        }
        live.forbidStream(parameters.text("StreamName"), until);
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode resume(Parameters parameters) {
        live.resumeStream(parameters.text("StreamName"));
        return JsonNodeFactory.instance.objectNode();
    }

    static String app(Parameters parameters) {
        String app = parameters.filled("AppName");
        return app == null ? Live.DEFAULT_APP : app;
    }
}
