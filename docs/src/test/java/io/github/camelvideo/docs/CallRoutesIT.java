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
package io.github.camelvideo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulatorExtension;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of docs/calls.md and docs/errors.md, and what they say happens. */
class CallRoutesIT {

    @RegisterExtension
    static final VideoCloudSimulatorExtension CLOUD = new VideoCloudSimulatorExtension();

    @Test
    void parametersComeFromUriBodyAndHeader() {
        String id = CLOUD.simulator().world().devices().get(0).id();
        try (AlarmApplication application = application(new CallRoutes())) {
            ProducerTemplate template = application.context().createProducerTemplate();

            template.requestBody("direct:left", id);
            template.requestBody("direct:group", Map.of("GroupName", "north"));
            template.requestBody("direct:group", "{\"GroupName\":\"south\"}");

            assertThat(sent(0).path("DeviceId").asText()).isEqualTo(id);
            assertThat(sent(0).path("Command").asText()).isEqualTo("left");
            assertThat(CLOUD.simulator().world().groups())
                    .extracting(group -> group.name())
                    .containsExactlyInAnyOrder("north", "south");
        }
    }

    @Test
    void aStreamOfPagesIsSplit() throws Exception {
        try (AlarmApplication application = application(new CallRoutes())) {
            MockEndpoint cameras = application.mock("jms:queue:cameras");
            cameras.expectedMessageCount(3);

            application.context().createProducerTemplate().requestBody("direct:cameras", (Object) null);

            cameras.assertIsSatisfied();
        }
    }

    @Test
    void theAnswerIsTextAndItsHeadersCount() {
        CLOUD.simulator().world().raiseAlarms(7, Instant.now().minusSeconds(60), Instant.now());
        try (AlarmApplication application = application(new CallRoutes())) {
            Object answer =
                    application.context().createProducerTemplate().requestBody("direct:warnings", (Object) null);

            assertThat(answer).asString().startsWith("{").contains("\"Total\":7");
        }
    }

    @Test
    void structuredValuesAreWrittenAsJson() {
        try (AlarmApplication application = application(new CallRoutes())) {
            application.context().createProducerTemplate().requestBody("direct:template", (Object) null);

            assertThat(sent(0).at("/TimeTemplateSpecs/0/BeginTime").asText()).isEqualTo("22:00");
        }
    }

    @Test
    void aConnectionIsTestedWithoutARoute() {
        try (AlarmApplication application = application(new CallRoutes())) {
            assertThat(ConnectionCheck.problems(application.context(), Map.of("api", "live")))
                    .isEmpty();
            assertThat(ConnectionCheck.problems(
                            application.context(), Map.of("secretId", "AKIDnobody", "secretKey", "nothing")))
                    .singleElement()
                    .asString()
                    .startsWith("AUTHENTICATION: ");
        }
    }

    @Test
    void refusalsAreToldApart() throws Exception {
        assertRefusalsAreToldApart(application(new ErrorRoutes.ByKind()));
    }

    @Test
    void aRefusedKeyIsToldFromOtherRefusals() throws Exception {
        try (AlarmApplication application = new AlarmApplication(CLOUD.simulator())
                .property("camel.component.tencent-video.secret-id", "AKIDnobody")
                .property("camel.component.tencent-video.secret-key", "nothing")
                .routes(new ErrorRoutes.ByKind())
                .start()) {
            application.mock("jms:queue:call-an-operator").expectedMessageCount(1);

            describeDevice(application, "1");

            application.mock("jms:queue:call-an-operator").assertIsSatisfied();
        }
    }

    @Test
    void anUnknownDeviceIsNoFailure() {
        try (AlarmApplication application = application(new ErrorRoutes.ByKind())) {
            assertThat(describeDevice(application, "31011500991320000000")).isEqualTo("no such device");
        }
    }

    @Test
    void refusalsAreToldApartInYaml() throws Exception {
        assertRefusalsAreToldApart(new AlarmApplication(CLOUD.simulator())
                .withKey()
                .routes("errors.yaml")
                .start());
    }

    @Test
    void aChangeIsNotSentTwiceWhenItMayHaveBeenMade() throws Exception {
        try (AlarmApplication application = application(new ErrorRoutes.UncertainChange())) {
            application.mock("jms:queue:perhaps-done").expectedMessageCount(1);
            CLOUD.simulator().faults().next(Fault.CUT_BEFORE_ANSWER);

            application.context().createProducerTemplate().requestBody("direct:group", Map.of("GroupName", "east"));

            application.mock("jms:queue:perhaps-done").assertIsSatisfied();
            assertThat(CLOUD.simulator().requests().all()).hasSize(1);
            assertThat(CLOUD.simulator().world().groups()).hasSize(1);
        }
    }

    private static void assertRefusalsAreToldApart(AlarmApplication running) throws Exception {
        String id = CLOUD.simulator().world().devices().get(0).id();
        CLOUD.simulator().faults().next(4, Fault.INTERNAL_ERROR);
        try (running) {
            running.mock("jms:queue:later").expectedMessageCount(1);

            describeDevice(running, id);

            running.mock("jms:queue:later").assertIsSatisfied();
            assertThat(CLOUD.simulator().requests().all()).hasSize(4);
        }
    }

    private static Object describeDevice(AlarmApplication application, String id) {
        return application.context().createProducerTemplate().requestBody("direct:device", Map.of("DeviceId", id));
    }

    private static com.fasterxml.jackson.databind.JsonNode sent(int index) {
        return CLOUD.simulator().requests().all().get(index).parameters();
    }

    private static AlarmApplication application(RouteBuilder routes) {
        return new AlarmApplication(CLOUD.simulator()).withKey().routes(routes).start();
    }
}
