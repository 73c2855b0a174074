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

import io.github.camelvideo.aliyun.AliyunLinkVisualComponent;
import io.github.camelvideo.aliyun.SimulatedCloud;
import io.github.camelvideo.simulator.http.Reply;
import io.github.camelvideo.simulator.http.SimulatorServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.spi.annotations.Component;
import org.junit.jupiter.api.Test;

/** What a call carries besides what the document's examples show. */
class ParametersIT extends SimulatedCloud {

    private static final String DONE = "{\"RequestId\":\"r\",\"Success\":true}";

    @Test
    void theInstanceIsNamedInEveryCall() throws Exception {
        BlockingQueue<String> queries = new LinkedBlockingQueue<>();
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> {
            queries.add(call.method() + " " + call.bodyLength() + " " + call.query());
            return Reply.of(200, "application/json", DONE);
        })) {
            component().getConfiguration().setEndpointUrl(server.url());
            component().getConfiguration().setIotInstanceId("iot-one");

            answer("StopLiveStreaming?IotId=d&StreamType=0", null);
            answer("StopLiveStreaming?IotId=d&StreamType=0&iotInstanceId=iot-two", null);
            answer("QueryRecordPlans", null);
        }

        assertThat(queries.take()).startsWith("POST 0 ").contains("&IotInstanceId=iot-one&");
        assertThat(queries.take()).contains("&IotInstanceId=iot-two&");
        assertThat(queries.take()).contains("&IotInstanceId=iot-one&");
    }

    @Test
    void theEnvironmentNamesTheInstanceWhereNoOptionDoes() throws Exception {
        BlockingQueue<String> queries = new LinkedBlockingQueue<>();
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> {
            queries.add(call.query());
            return Reply.of(200, "application/json", DONE);
        })) {
            ComponentWithEnvironment component = new ComponentWithEnvironment(Map.of(
                    "ALIYUN_LINKVISUAL_IOT_INSTANCE_ID", "iot-three", "ALIYUN_LINKVISUAL_ENDPOINT_URL", server.url()));
            component.getConfiguration().setAccessKeyId("id");
            component.getConfiguration().setAccessKeySecret("secret");
            context.removeComponent("aliyun-linkvisual");
            context.addComponent("aliyun-linkvisual", component);

            answer("QueryRecordPlans", null);
            answer("QueryRecordPlans?iotInstanceId=iot-two", null);
        }

        assertThat(queries.take()).contains("&IotInstanceId=iot-three&");
        assertThat(queries.take()).contains("&IotInstanceId=iot-two&");
    }

    /** As the component, but for where it reads its environment. */
    @Component("aliyun-linkvisual")
    private static final class ComponentWithEnvironment extends AliyunLinkVisualComponent {

        private final Map<String, String> environment;

        ComponentWithEnvironment(Map<String, String> environment) {
            this.environment = environment;
        }

        @Override
        protected String environmentVariable(String name) {
            return environment.get(name);
        }
    }

    @Test
    void whatTheDocumentDoesNotKnowPassesWhereThatIsAllowed() throws Exception {
        BlockingQueue<String> queries = new LinkedBlockingQueue<>();
        try (SimulatorServer server = SimulatorServer.start(0, CLOCK, call -> {
            queries.add(call.query());
            return Reply.of(200, "application/json", "{\"RequestId\":\"r\",\"Success\":true,\"Data\":{\"Id\":\"x\"}}");
        })) {
            String lenient = "validation=LENIENT&endpointUrl=" + server.url();

            answer("QueryDeviceEvent?IotId=d&BeginTime=1&EndTime=2&ProductKey=p&DeviceName=n&" + lenient, null);
            answer("QueryRecordPlans?region=ap-southeast-1&" + lenient, null);
            Object created = answer("CreateRtmpDevice?Name=a&" + lenient, null);

            assertThat(created).isEqualTo(Map.of("Id", "x"));
        }

        assertThat(queries.take()).contains("&DeviceName=n&").contains("&ProductKey=p&");
        assertThat(queries.take()).contains("&RegionId=ap-southeast-1&");
        assertThat(queries.take()).contains("Action=CreateRtmpDevice&").contains("&Version=2018-01-20");
    }

    @Test
    void whatTheTableRequiresInSpiteOfADefaultMayBeLeftOut() {
        cloud().answer("linkvisual/QueryDeviceEvent", DONE);
        cloud().answer("linkvisual/QueryRecord", DONE);
        answer("QueryDeviceEvent?IotId=d&BeginTime=1539507310000&EndTime=1539607310000", null);
        answer("QueryRecord?IotId=d&BeginTime=1508200012&EndTime=1508300012", null);

        assertThat(cloud().requests().count()).isEqualTo(2);
    }

    @Test
    void listsComeFromAnyOfTheirNotations() {
        cloud().answer("linkvisual/UpdateTimeTemplate", DONE);
        cloud().answer("linkvisual/QueryDeviceRecordLifeCycle", DONE);
        answer("QueryDeviceRecordLifeCycle?DeviceList=a,b", null);
        assertThat(received()).hasToString("{\"DeviceList\":[\"a\",\"b\"]}");

        answer(
                "UpdateTimeTemplate?AllDay=0&TemplateId=t&Name=RAW(夜间 A*~+1)",
                Map.of("TimeSections", List.of(Map.of("DayOfWeek", 0, "Begin", 1, "End", 2))));
        assertThat(received().get("Name").asText()).isEqualTo("夜间 A*~+1");
        assertThat(received().get("TimeSections").get(0).get("End").asText()).isEqualTo("2");
    }
}
