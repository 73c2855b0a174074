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
package io.github.camelvideo.aliyun.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.aliyun.AliyunLinkVisualConstants;
import io.github.camelvideo.aliyun.LinkVisualExamples;
import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.lint.ValueLint;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every action through a route: the document's example request arrives as it is meant, rightly signed, and the document's example answer
 * comes out of its envelope in the shape of the document's own tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllActionsIT extends SimulatedCloud {

    /** Where the document's example has another shape than its table. */
    private static final Set<String> CONTRADICTIONS = Set.of(
            "QueryDeviceRecordLifeCycle",
            "QueryRecordPlanDetail",
            "QueryEventRecordPlanDeviceByDevice",
            "QueryEventRecordPlanDetail",
            "QueryEventRecordPlans",
            "QueryDeviceEventRecord",
            "QueryMonthRecord",
            "QueryRecord");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").routingSlip(simple("aliyun-linkvisual:${header.to}"), "\n");
            }
        };
    }

    static Stream<String> actions() {
        return API.actions().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void isSentAndAnsweredAsDocumented(String action) throws Exception {
        ObjectNode request = LinkVisualExamples.all().get(action).get("request").deepCopy();

        Exchange exchange = send(action, request);

        assertThat(exchange.getException()).isNull();
        assertThat(cloud().requests().count(action)).isEqualTo(1);
        // numbers have no type in a query
        assertThat(received().equals(AllActionsIT::sameText, request))
                .as("%s is %s", received(), request)
                .isTrue();
        assertThat(exchange.getMessage().getHeader(AliyunLinkVisualConstants.REQUEST_ID, String.class))
                .hasSize(36);
        JsonNode documented = LinkVisualExamples.withoutEnvelope(action, example(action));
        JsonNode body = body(exchange);
        if (!documented.has("Data")) {
            assertThat(body.isNull()).isTrue();
            return;
        }
        if (!CONTRADICTIONS.contains(action)) {
            assertThat(body).isEqualTo(documented.get("Data"));
        }
        if (!action.equals("QueryRecord")) {
            ObjectNode data = ExactJson.object().set("Data", body);
            assertThat(ValueLint.answer(API, action, API.action(action).answer(), data))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QueryDeviceRecordLifeCycle||[{\"Day\":7,\"IotId\":\"id1\"},{\"Day\":30,\"IotId\":\"id2\"}]",
                "QueryRecordPlanDetail|TemplateInfo.TimeSectionList|[{\"End\":86399,\"Begin\":0,\"DayOfWeek\":1},{\"End\":40000,\"Begin\":0,\"DayOfWeek\":5}]",
                "QueryEventRecordPlanDeviceByDevice|TemplateId|\"1234\"",
                "QueryEventRecordPlanDetail|TemplateId|\"1234\"",
                "QueryEventRecordPlans|List|[{\"Name\":\"planAA\",\"PreRecordDuration\":0,\"PlanId\":\"jfo92*\",\"TemplateId\":\"1234\",\"RecordDuration\":10}]",
                "QueryDeviceEventRecord||[{\"VodUrl\":\"rtmp://xxx.xxx\",\"BeginTime\":\"2018-09-08 15:55:35\",\"FileName\":\"fn1\"},{\"VodUrl\":\"rtmp://xxx.xxx\",\"BeginTime\":\"2018-09-08 15:55:35\",\"FileName\":\"fn2\"}]",
                "QueryMonthRecord||\"110111111011111001111100111110\"",
                "QueryRecord|Total|1",
                "QueryRecord|PageCount|1",
                "QueryRecord|Page|1",
                "QueryRecord|List|[{\"BeginTime\":\"2018-09-10 00:00:00\",\"EndTime\":\"2018-09-10 00:00:30\",\"RecordType\":1,\"StreamType\":1,\"FileName\":\"file1\",\"FileSize\":204800,\"VideoFrameNumber\":1352},{\"BeginTime\":\"2018-09-10 10:00:00\",\"EndTime\":\"2018-09-10 10:00:30\",\"RecordType\":1,\"StreamType\":1,\"FileName\":\"file2\",\"FileSize\":204800,\"VideoFrameNumber\":1352}]"
            })
    void theTableIsRightWhereTheExampleContradictsIt(String action, String path, String expected) throws Exception {
        Exchange exchange = send(action, LinkVisualExamples.all().get(action).get("request"));

        assertThat(ExactJson.at(body(exchange), path)).hasToString(expected);
    }

    private Exchange send(String action, JsonNode request) throws IOException {
        cloud().answer("linkvisual/" + action, example(action).toString());
        return template.send("direct:call", sent -> {
            sent.getIn().setBody(request);
            sent.getIn().setHeader("to", action);
        });
    }

    private static JsonNode example(String action) throws IOException {
        return LinkVisualExamples.all().get(action).get("response");
    }

    private static JsonNode body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body == null ? NullNode.getInstance() : ExactJson.fromObject(body);
    }

    private static int sameText(JsonNode a, JsonNode b) {
        return a.isValueNode() && b.isValueNode() && a.asText().equals(b.asText()) || a.equals(b) ? 0 : 1;
    }
}
