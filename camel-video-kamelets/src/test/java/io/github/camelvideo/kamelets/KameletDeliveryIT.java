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
package io.github.camelvideo.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.feed.position.FileOffsetRepository;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What the components guarantee holds behind a Kamelet, too. */
class KameletDeliveryIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @TempDir
    Path directory;

    @Test
    void anItemIsDoneWhenTheRouteBehindTheKameletIsAndIsNotRepeatedByARestart() throws Exception {
        CLOUD.simulator().world().raiseAlarm(Instant.now().minusSeconds(60));
        try (KameletApplication application = alarms()) {
            MockEndpoint out = application.start().out();
            out.whenExchangeReceived(1, exchange -> exchange.setException(new IllegalStateException("first attempt")));
            out.expectedMessageCount(2);
            out.message(1).header("CamelTencentVideoRedelivery").isEqualTo(1);
            out.assertIsSatisfied();
        }

        long second = CLOUD.simulator().world().raiseAlarm(Instant.now().minusSeconds(30));
        try (KameletApplication application = alarms()) {
            assertThat(application.start().first().getHeaders())
                    .as("the oldest item comes first")
                    .containsEntry("CamelTencentVideoItemKey", "" + second);
        }
    }

    @Test
    void aValueMayHaveCharactersOfUris() throws Exception {
        CLOUD.simulator().world().raiseAlarm(Instant.now().minusSeconds(60));
        try (KameletApplication application =
                withKey(new KameletApplication(CLOUD.simulator(), "alarms-with-dead-letters"))) {
            application.start().out().whenAnyExchangeReceived(exchange -> {
                throw new IllegalStateException("always");
            });
            MockEndpoint dead = application.context().getEndpoint("mock:dead", MockEndpoint.class);
            dead.expectedMessageCount(1);
            dead.assertIsSatisfied();
        }
    }

    /** In the URI of a Kamelet, Camel masks what it knows as secret, which callbackKey is not: it shows it at DEBUG. */
    @ParameterizedTest
    @CsvSource({"tencent-video-callback-source, INFO", "callbacks-of-properties, DEBUG"})
    void secretsAreNotLogged(String route, String level) throws Exception {
        List<Logger> loggers = Stream.of(
                        "org.apache.camel.impl",
                        "org.apache.camel.support",
                        "org.apache.camel.component.kamelet",
                        "io.github.camelvideo")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        for (Logger logger : loggers) {
            logger.setLevel(Level.toLevel(level));
            logger.addAppender(log);
        }
        try (KameletApplication application = withKey(new KameletApplication(CLOUD.simulator(), route))
                .property(
                        "camel.component.tencent-video.endpoint-url",
                        CLOUD.simulator().url())
                .property("camel.kamelet.tencent-video-callback-source.callbackKey", KameletApplication.CALLBACK_KEY)) {
            application.withServer().start().callBack();
            application.first();
        } finally {
            for (Logger logger : loggers) {
                logger.setLevel(null);
                logger.detachAppender(log);
            }
        }
        assertThat(log.list).isNotEmpty();
        assertThat(log.list.stream()
                        // Camel shows at DEBUG what becomes of placeholders, in every route
                        .filter(event -> !event.getMessage().startsWith("Resolved text: ")))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains(VideoCloudSimulator.SECRET_KEY)
                        || message.contains(VideoCloudSimulator.SECRET_ID)
                        || message.contains(KameletApplication.CALLBACK_KEY));
    }

    private KameletApplication alarms() {
        return withKey(new KameletApplication(CLOUD.simulator(), "alarms-of-the-component"))
                .bind("offsets", new FileOffsetRepository(directory.toString()));
    }

    private static KameletApplication withKey(KameletApplication application) {
        return application
                .property("camel.component.tencent-video.secret-id", VideoCloudSimulator.SECRET_ID)
                .property("camel.component.tencent-video.secret-key", VideoCloudSimulator.SECRET_KEY);
    }
}
