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

import io.github.camelvideo.tencent.SimulatedCloud;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.time.Instant;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded files of the obsolete live API 2.0: a list with a window, whose items have their time in their names. */
class RecordedFilesIT extends SimulatedCloud {

    private static final String ACTION = "live-v2/GetVodRecordFiles";

    private final Instant before = CLOCK.instant();

    @BeforeEach
    void setTheClockToTheTimeOfTheFiles() {
        CLOCK.set(Instant.parse("2026-06-01T00:00:00Z"));
    }

    @AfterEach
    void setTheClockBack() {
        CLOCK.set(before);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("tencent-video:" + ACTION + "?region=bj&channelId=7&startFrom=PT1H&delay=20&initialDelay=0")
                        .routeId("files")
                        .autoStartup(false)
                        .to("mock:files");
            }
        };
    }

    @Test
    void areDeliveredOnceByTheMinuteInTheirNames() throws Exception {
        cloud().answer(
                        ACTION,
                        """
                        {"code":0,"message":"","codeDesc":"Success","totalCount":2,"filesInfo":[
                          {"fileId":"2","fileName":"lobby -20260601-0745-20260601-0750","startTime":"128","endTime":"428"},
                          {"fileId":"1","fileName":"lobby -20260601-0735-20260601-0745","startTime":"7","endTime":"128"}]}""");
        MockEndpoint files = getMockEndpoint("mock:files");
        files.expectedMessageCount(2);

        context.getRouteController().startRoute("files");
        files.assertIsSatisfied();
        int polls = cloud().requests().count("GetVodRecordFiles");
        FeedRoute.until("two more polls", () -> cloud().requests().count("GetVodRecordFiles") >= polls + 6);

        assertThat(files.getExchanges().stream()
                        .map(exchange -> exchange.getMessage().getHeader(TencentVideoConstants.ITEM_TIME)))
                .map(Object::toString)
                .containsExactly("2026-05-31T23:35:00Z", "2026-05-31T23:45:00Z");
        assertThat(cloud().requests().of("GetVodRecordFiles"))
                .extracting(request -> request.parameters().path("startTime").asText())
                .contains("2026-06-01 07:00:00");
    }
}
