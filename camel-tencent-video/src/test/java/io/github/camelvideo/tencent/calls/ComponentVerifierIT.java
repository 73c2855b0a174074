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

import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.apache.camel.spi.EndpointServiceLocation;
import org.junit.jupiter.api.Test;

/** What a tool shows that tests a connection before a route is written. Camel deprecates the interface and has no other. */
@SuppressWarnings("deprecation")
class ComponentVerifierIT extends Calling {

    @Test
    void theComponentsOwnKeyIsTestedWithACallThatChangesNothing() {
        assertThat(connect(Map.of()).getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        assertThat(cloud().requests().all()).hasSize(1);
    }

    @Test
    void anApiHasAnActionForItUnlessAllNeedParameters() {
        for (String api : List.of("iotvideoindustry", "live", "mdl", "iss", "iss-v3")) {
            ComponentVerifierExtension.Result result =
                    verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("api", api));

            assertThat(result.getErrors())
                    .as(api)
                    .extracting(ComponentVerifierExtension.VerificationError::getDescription)
                    .isEmpty();
        }
        for (String api : List.of("live-v2", "live-v2017")) {
            assertThat(onlyError(verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("api", api)))
                            .getParameterKeys())
                    .as(api)
                    .containsExactly("action");
        }
        nothingWasSent();
    }

    @Test
    void aWrongKeyIsAnAuthenticationError() {
        ComponentVerifierExtension.Result result =
                connect(Map.of("secretId", "AKIDother", "secretKey", "not-the-right-one"));

        ComponentVerifierExtension.VerificationError error = onlyError(result);
        assertThat(error.getCode()).isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION);
        assertThat(error.getDetail("vendor_code").toString()).startsWith("AuthFailure");
        assertThat(error.getDetail("request_id")).isNotNull();
        assertThat(error.toString() + error.getDescription() + error.getDetails())
                .doesNotContain("not-the-right-one");
    }

    @Test
    void aVendorThatFailsIsNamedWithItsCodeAndAskedOnce() {
        cloud().faults().next(5, Fault.INTERNAL_ERROR);

        ComponentVerifierExtension.VerificationError error = onlyError(connect(Map.of()));

        assertThat(error.getCode()).isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        assertThat(error.getDescription()).contains("InternalError");
        assertThat(cloud().requests().all()).hasSize(1);
    }

    @Test
    void anAddressWhereNobodyAnswersIsAnError() {
        ComponentVerifierExtension.VerificationError error =
                onlyError(connect(Map.of("endpointUrl", "http://127.0.0.1:1")));

        assertThat(error.getCode()).isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        assertThat(error.getDescription()).contains("http://127.0.0.1:1", "no connection");
    }

    @Test
    void aMisspelledNameIsShownBesideItsField() {
        ComponentVerifierExtension.VerificationError error =
                onlyError(verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("secretKy", "s")));

        assertThat(error.getCode())
                .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.UNKNOWN_PARAMETER);
        assertThat(error.getParameterKeys()).containsExactly("secretKy");
        assertThat(error.getDescription()).contains("secretKey").doesNotContain("'s'");
        nothingWasSent();
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThat(onlyError(verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("signMethod", "MD5")))
                        .getDescription())
                .contains("signMethod", "TC3_HMAC_SHA256");
        assertThat(onlyError(verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of("api", "lives")))
                        .getParameterKeys())
                .containsExactly("api");
        assertThat(onlyError(verify(ComponentVerifierExtension.Scope.CONNECTIVITY, Map.of("action", "DeleteDevice")))
                        .getDescription())
                .isEqualTo("Action DeleteDevice changes something. Name an action that only reads.");
        assertThat(onlyError(verify(
                                ComponentVerifierExtension.Scope.CONNECTIVITY,
                                Map.of("action", "DescribeDevicePassWord")))
                        .getDescription())
                .contains("DeviceId");
        nothingWasSent();
    }

    @Test
    void anActionWithItsParametersIsCalled() {
        ComponentVerifierExtension.Result result =
                connect(Map.of("api", "live", "action", "DescribeLiveDomains", "PageSize", 10));

        assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        assertThat(received().toString()).isEqualTo("{\"PageSize\":10}");
    }

    @Test
    void placeholdersAreResolvedAsInARoute() {
        context.getPropertiesComponent().addInitialProperty("key.id", VideoCloudSimulator.SECRET_ID);
        context.getPropertiesComponent().addInitialProperty("key.secret", VideoCloudSimulator.SECRET_KEY);

        assertThat(connect(Map.of("secretId", "{{key.id}}", "secretKey", "{{key.secret}}", "region", "{{?nowhere}}"))
                        .getErrors())
                .isEmpty();
        assertThat(onlyError(connect(Map.of("secretKey", "{{nowhere}}"))).getDescription())
                .contains("nowhere");
    }

    @Test
    void aFieldThatAToolLeavesEmptyIsNotSet() {
        Map<String, Object> form = new HashMap<>();
        form.put("api", null);
        form.put("action", "");
        form.put("secretKey", null);
        form.put("region", "");
        form.put("callTimeout", null);

        assertThat(connect(form).getErrors()).isEmpty();
    }

    @Test
    void aSecretOfAWrongTypeIsNotShown() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("secretKey", List.of("canary")),
                Map.of("secretKey", Map.of("canary", "canary")),
                Map.of("action", "CreateDevice", "PassWord", "canary", "NickName", List.of()),
                Map.of("proxyPassword", new Object[] {"canary"}))) {
            var result = verify(ComponentVerifierExtension.Scope.PARAMETERS, wrong);
            assertThat(result.getErrors()).as("errors for %s", wrong.keySet()).allSatisfy(error -> assertThat(
                            error.getDescription() + error.getDetails())
                    .doesNotContain("canary"));
        }
    }

    @Test
    void aTestLeavesNoEndpointBehind() {
        int endpoints = context.getEndpoints().size();
        for (int i = 0; i < 3; i++) {
            connect(Map.of("action", "DescribeDeviceList", "paging", "STREAM", "Limit", 1));
        }
        assertThat(context.getEndpoints()).hasSize(endpoints);
    }

    @Test
    void theEndpointTellsWhereItCalls() {
        EndpointServiceLocation endpoint = (EndpointServiceLocation) context.getEndpoint(
                API + "DescribeWarnings?secretKey=RAW(" + VideoCloudSimulator.SECRET_KEY + ")&OrderType=1");

        assertThat(endpoint.getServiceUrl()).isEqualTo(cloud().url());
        assertThat(endpoint.getServiceProtocol()).isEqualTo("http");
        assertThat(endpoint.getServiceMetadata())
                .isEqualTo(Map.of("api", "iotvideoindustry", "action", "DescribeWarnings", "region", "ap-guangzhou"));
    }

    private ComponentVerifierExtension.Result connect(Map<String, Object> parameters) {
        return verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);
    }

    private ComponentVerifierExtension.Result verify(
            ComponentVerifierExtension.Scope scope, Map<String, Object> parameters) {
        return component()
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow()
                .verify(scope, parameters);
    }

    private static ComponentVerifierExtension.VerificationError onlyError(ComponentVerifierExtension.Result result) {
        assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.ERROR);
        assertThat(result.getErrors()).hasSize(1);
        return result.getErrors().get(0);
    }
}
