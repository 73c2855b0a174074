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

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import io.github.camelvideo.protocol.ThrottledException;
import io.github.camelvideo.protocol.TransportException;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.simulator.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.HttpResponseAware;
import org.junit.jupiter.api.Test;

/** What a route can select on when a call fails. */
class FailuresIT extends Calling {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(ThrottledException.class).handled(true).setBody(constant("throttled"));
                onException(CredentialsRefusedException.class).handled(true).setBody(constant("credentials"));
                onException(TransportException.class).handled(true).setBody(constant("transport"));
                onException(InvalidRequestException.class).handled(true).setBody(constant("invalid"));
                onException(ApiException.class)
                        .onWhen(simple("${exception.retryable}"))
                        .handled(true)
                        .setBody(simple("later: ${exception.code} ${exception.attempts}"));
                onException(ApiException.class)
                        .handled(true)
                        .setBody(simple("${exception.code}|${exception.meaning}|${exception.call}|"
                                + "${exception.httpResponseCode}|${exception.requestId.length}"));

                from("direct:call").routingSlip(simple(API + "${header.to}"), "\n");
            }
        };
    }

    @Test
    void theVendorsCodeAndWhatBelongsToIt() {
        assertThat(outcome("DescribeDevice?DeviceId=unknown"))
                .isEqualTo(
                        "ResourceNotFound.DeviceNotExist|Device not created or deleted|iotvideoindustry/DescribeDevice"
                                + "|200|36");
    }

    @Test
    void aRefusalForCallingTooOften() {
        cloud().faults().next(Fault.THROTTLE);

        assertThat(outcome("DescribeWarnMod?maxRetries=0")).isEqualTo("throttled");
    }

    @Test
    void aFailureOfTheVendor() {
        cloud().faults().next(Fault.INTERNAL_ERROR);

        assertThat(outcome("DescribeWarnMod?maxRetries=0")).isEqualTo("later: InternalError 1");
    }

    @Test
    void aRefusedKey() {
        assertThat(outcome("DescribeWarnMod?secretId=AKIDnobody")).isEqualTo("credentials");
    }

    @Test
    void noReadableAnswer() {
        cloud().faults().next(Fault.HTML_PAGE);

        assertThat(outcome("DescribeWarnMod?maxRetries=0")).isEqualTo("transport");
    }

    @Test
    void aCallThatWasNotSent() {
        assertThat(outcome("DescribeDevice")).isEqualTo("invalid");
        nothingWasSent();
    }

    @Test
    void theHttpStatusIsThereForWhoeverKnowsCamelsInterface() {
        cloud().faults().next(Fault.HTTP_500);

        Exception failure = call("DescribeWarnMod?maxRetries=0", null).getException();

        assertThat(failure).isInstanceOf(HttpResponseAware.class);
        assertThat(((HttpResponseAware) failure).getHttpResponseCode()).isEqualTo(500);
    }

    @Test
    void theMessageTellsWhatHappened() {
        ApiException failure = failure(ApiException.class, "DescribeDevice?DeviceId=unknown", null);

        assertThat(failure)
                .hasMessage("iotvideoindustry/DescribeDevice: refused by the vendor,"
                        + " code=ResourceNotFound.DeviceNotExist (Device not created or deleted), message=There is no"
                        + " device unknown, httpStatus=200, requestId=" + failure.getRequestId()
                        + ", attempts=1, retryable=false");
    }

    private Object outcome(String to) {
        Exchange exchange = template.send("direct:call", sent -> sent.getIn().setHeader("to", to));
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody();
    }
}
