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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.protocol.JsonContent;
import io.github.camelvideo.simulator.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** One badly written alarm: the others of its page are delivered, and so is the alarm itself, and the feed moves on. */
class OddRecordsIT extends FeedRoute {

    private static final String ACTION = "iotvideoindustry/" + ALARMS;

    private final StoredPosition stored = new StoredPosition();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger reader = (Logger) LoggerFactory.getLogger(JsonContent.class);

    @BeforeEach
    void listen() {
        context.getRegistry().bind("offsets", stored.repository());
        log.start();
        reader.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        reader.detachAppender(log);
    }

    /** The member of the odd alarm as it is written, with names of signs and bytes, and the value it is read as. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'DeviceName':'ga<U+0001>te<LF>2'           | DeviceName | ga<U+0001>te<LF>2 | control characters",
                "'Score':NaN                                | Score      | NaN               | NaN or Infinity",
                "'Score':-Infinity                          | Score      | -Infinity         | NaN or Infinity",
                "'DeviceName':'gate 1','DeviceName':'gate 2'| DeviceName | gate 2            | more than once",
                "'DeviceName':'gate <E5 A4>'                | DeviceName | gate <U+FFFD>     | U+FFFD"
            })
    void doesNotSpoilItsPage(String member, String name, String value, String warning) throws Exception {
        Instant begin = now().minusSeconds(60);
        cloud().answer(ACTION, page(alarm(1, begin, "'DeviceName':'gate 1'"), alarm(2, begin.plusSeconds(1), member)));

        start("startFrom=PT1H" + StoredPosition.OPTIONS);
        delivered.await(2);
        awaitMoreReading();
        until("a position", () -> stored.text() != null);
        Instant before = stored.watermark();
        // no alarm for half an hour, then a good one; a request sent before would take its time for a wrong one
        cloud().answer(ACTION, page());
        CLOCK.advance(Duration.ofMinutes(30));
        awaitMoreReading();
        cloud().answer(ACTION, page(alarm(3, now(), "'DeviceName':'gate 1'")));
        delivered.await(3);
        until("a later position", () -> stored.watermark().isAfter(before));

        assertThat(delivered.ids()).containsExactly(1L, 2L, 3L);
        assertThat(((Map<?, ?>) delivered.of(2).get(0).body()).get(name)).isEqualTo(signs(value));
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith(ACTION + ": ")
                .contains(warning);
        assertThat(warnings().get(0)).doesNotContain("gate", "DeviceName", "Score");
    }

    private static String alarm(int id, Instant time, String member) {
        return "{'Id':" + id + ",'CreateTime':'" + time + "'," + member + "}";
    }

    /** The same for every request: a page that repeats the one before ends the list. */
    private static Reply page(String... alarms) {
        String json = "{'Response':{'Total':" + alarms.length + ",'Data':[" + String.join(",", alarms)
                + "],'RequestId':'r'}}";
        // as Latin text each sign is a byte; all of them are ASCII but those that are meant to be bytes
        byte[] body = signs(json).replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        return Reply.of(200, "application/json", "").withBody(body);
    }

    private static String signs(String text) {
        return text.replace("<U+0001>", "\u0001")
                .replace("<LF>", "\n")
                .replace("<U+FFFD>", "\uFFFD")
                .replace("<E5 A4>", "\u00E5\u00A4");
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
