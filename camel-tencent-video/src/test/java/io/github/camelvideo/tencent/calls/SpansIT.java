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
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.telemetrydev.TelemetryDevTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the spans of a traced application tell of calls. */
class SpansIT extends Calling {

    private final ListAppender<ILoggingEvent> traces = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("LOG_TRACE");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        TelemetryDevTracer tracer = new TelemetryDevTracer();
        tracer.setTraceFormat("json");
        tracer.init(context);
        return context;
    }

    @BeforeEach
    void listen() {
        traces.start();
        logger.addAppender(traces);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(traces);
        logger.setAdditive(true);
    }

    private String traceOf(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").to(API + uri);
            }
        });
        template.send("direct:call", exchange -> {});
        await().until(() -> !traces.list.isEmpty());
        return traces.list.stream().map(ILoggingEvent::getFormattedMessage).reduce("", String::concat);
    }

    @Test
    void aCallHasItsApiActionRegionAndRequestId() throws Exception {
        String trace = traceOf("DescribeWarnings?OrderType=1&secretKey=RAW(" + VideoCloudSimulator.SECRET_KEY + ")");

        assertThat(trace.replaceAll("\\s", ""))
                .contains(
                        "\"camel.video.api\":\"iotvideoindustry\"",
                        "\"camel.video.action\":\"DescribeWarnings\"",
                        "iotvideoindustry/DescribeWarnings",
                        "ap-guangzhou")
                .containsPattern("\"camel.video.request.id\":\"[0-9a-f-]{36}\"");
        assertThat(trace).doesNotContain(VideoCloudSimulator.SECRET_KEY);
    }

    @Test
    void aRefusalHasTheVendorsCode() throws Exception {
        cloud().faults().next(Fault.INTERNAL_ERROR);

        String trace = traceOf("DescribeWarnings?OrderType=1&maxRetries=0");

        assertThat(trace.replaceAll("\\s", "")).contains("\"camel.video.code\":\"InternalError");
        assertThat(List.of(trace.replaceAll("\\s", ""))).allMatch(text -> text.contains("\"error\":\"true\""));
    }

    @Test
    void aCallThatCouldNotBeSentHasNoRequestId() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:second")
                        .setHeader("CamelTencentVideoRequestId", constant("of-the-call-before"))
                        .setBody(constant("{\"Mystery\":1}"))
                        .to(API + "DescribeWarnings");
            }
        });
        assertThat(template.send("direct:second", exchange -> {}).getException())
                .isNotNull();
        await().until(() -> !traces.list.isEmpty());

        assertThat(traces.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(text -> text.contains("of-the-call-before"));
    }
}
