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
import io.github.camelvideo.simulator.answer.AnswerBuilder;
import io.github.camelvideo.simulator.answer.Parameters;
import io.github.camelvideo.simulator.answer.Shapes;
import io.github.camelvideo.simulator.world.Live;
import io.github.camelvideo.simulator.world.LiveStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** How the streams of the world are pushed and watched. */
final class StreamStatisticsActions {

    private static final TimeWindow.Rules PLAYED = TimeWindow.Rules.months(Duration.ofDays(1), 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Data is about four minutes late. */
    private static final Duration LATE = Duration.ofMinutes(4);

    private static final int MOST_VIEWERS = 500;

    private final Live live;
    private final AnswerBuilder answers;
    private final Shapes shapes;
    private final Clock clock;

    StreamStatisticsActions(Live live, AnswerBuilder answers, Shapes shapes, Clock clock) {
        this.live = live;
        this.answers = answers;
        this.shapes = shapes;
        this.clock = clock;
    }

    ObjectNode pushes(Parameters parameters) {
        String domain = parameters.filled("PushDomain");
        List<LiveStream> streams = live.streams().stream()
                .filter(stream -> domain == null || domain.equals(stream.domain()))
                .filter(stream -> stream.app().equals(StreamActions.app(parameters)))
                .toList();
        return answers.page("DescribeLiveStreamPushInfoList", parameters, streams, this::show);
    }

    private ObjectNode show(LiveStream stream) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("StreamName", stream.name())
                .put("AppName", stream.app())
                .put("ClientIp", stream.clientIp())
                .put("ServerIp", "203.0.113.1")
                .put("VideoFps", PushFigures.VIDEO_FPS)
                .put("VideoSpeed", PushFigures.VIDEO_BITS_PER_SECOND)
                .put("AudioFps", PushFigures.AUDIO_FPS)
                .put("AudioSpeed", PushFigures.AUDIO_BITS_PER_SECOND)
                .put("PushDomain", stream.domain())
                .put("BeginPushTime", TimeStyle.BEIJING.write(stream.startedAt()))
                .put("Acodec", "AAC")
                .put("Vcodec", "H264")
                .put("Resolution", PushFigures.RESOLUTION)
                .put("AsampleRate", PushFigures.AUDIO_SAMPLE_RATE)
                .put("MetaAudioSpeed", PushFigures.AUDIO_BITS_PER_SECOND)
                .put("MetaVideoSpeed", PushFigures.VIDEO_BITS_PER_SECOND)
                .put("MetaFps", PushFigures.VIDEO_FPS);
    }

    /**
     * A minute for each in which one of the streams was live: what nobody pushes nobody watches. Each playback domain has viewers of its
     * own, of every stream; all of them together are the sum.
     */
    ObjectNode plays(Parameters parameters) {
        TimeWindow window = TimeWindow.of(parameters, PLAYED, clock.instant());
        String name = parameters.filled("StreamName");
        String app = name == null ? null : parameters.filled("AppName");
        List<LiveStream> streams = Stream.concat(live.endedStreams().stream(), live.streams().stream())
                .filter(stream -> !stream.refused())
                .filter(stream -> name == null || name.equals(stream.name()))
                .filter(stream -> app == null || app.equals(stream.app()))
                .toList();
        List<String> domains = domains(parameters.filled("PlayDomain"));
        Instant last = clock.instant().minus(LATE);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("DataInfoList");
        Instant begin = window.from().truncatedTo(ChronoUnit.MINUTES);
        for (Instant time = begin; !time.isAfter(window.to()) && !time.isAfter(last); time = time.plus(MINUTE)) {
            Instant minute = time;
            int viewers = streams.stream()
                    .filter(stream -> stream.isLiveIn(minute, minute.plus(MINUTE)))
                    .mapToInt(stream -> domains.stream()
                            .mapToInt(domain -> viewers(stream.name() + domain, minute))
                            .sum())
                    .sum();
            if (viewers > 0) {
                list.add(show(window.style().write(minute), viewers));
            }
        }
        return answer;
    }

    /** The domain asked for, or all; one without a name in a world that has none. */
    private List<String> domains(String domain) {
        if (domain != null) {
            return List.of("@" + domain);
        }
        List<String> all = live.domains().stream()
                .filter(known -> !known.push())
                .map(known -> "@" + known.name())
                .toList();
        return all.isEmpty() ? List.of("") : all;
    }

    private int viewers(String watched, Instant minute) {
        return 1 + shapes.random(watched + " at " + minute).nextInt(MOST_VIEWERS);
    }

    private static ObjectNode show(String time, int viewers) {
        double bandwidth = viewers * PushFigures.MBPS;
        return JsonNodeFactory.instance
                .objectNode()
                .put("Time", time)
                .put("Bandwidth", rounded(bandwidth))
                .put("Flux", rounded(bandwidth * MINUTE.toSeconds() / Byte.SIZE))
                .put("Request", viewers)
                .put("Online", viewers);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
