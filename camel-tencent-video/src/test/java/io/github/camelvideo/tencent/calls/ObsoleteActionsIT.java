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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.VideoEndpoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What an endpoint says of an action that the vendor has given up. */
class ObsoleteActionsIT extends Calling {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger endpoints = (Logger) LoggerFactory.getLogger(VideoEndpoint.class);

    @BeforeEach
    void listen() {
        log.start();
        endpoints.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        endpoints.detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource({
        "live-v2017/LiveChannelGetLiveChannelList, live/DescribeLiveStreamOnlineList",
        "live-v2017/LiveChannelSetStatus?Param.s.channel_id=a&Param.n.status=1,"
                + " live/ForbidLiveStream or live/ResumeLiveStream or live/DropLiveStream",
        "live-v2/DescribeLVBChannelList?region=gz, live/DescribeLiveStreamOnlineList",
        "iotvideoindustry/DescribeIPCChannels?DeviceId=1, iotvideoindustry/DescribeChannels"
    })
    void theSuccessorIsNamedOnceForAnEndpoint(String uri, String successors) {
        for (int i = 0; i < 3; i++) {
            template.send("tencent-video:" + uri, sent -> {});
        }

        assertThat(cloud().requests().count()).isEqualTo(3);
        assertThat(warnings())
                .containsExactly("tencent-video:" + uri.replaceAll("\\?.*", "")
                        + ": the vendor calls this action obsolete; use " + successors);
    }

    @Test
    void withoutASuccessorTheWarningEndsThere() {
        context.getEndpoint("tencent-video:live-v2/CreateLVBChannel?region=gz");

        assertThat(warnings())
                .containsExactly("tencent-video:live-v2/CreateLVBChannel: the vendor calls this action obsolete");
    }

    @Test
    void anotherEndpointWarnsForItself() {
        context.getEndpoint("tencent-video:live-v2/CreateLVBChannel?region=gz");
        context.getEndpoint("tencent-video:live-v2/CreateLVBChannel?region=bj");

        assertThat(warnings()).hasSize(2);
    }

    @Test
    void anActionThatIsInUseGivesNone() {
        answer("DescribeWarnMod", null);

        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
