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
package com.example.checks;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.protocol.CredentialsRefusedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** What the application does in each host: calls, a feed, and calls that are refused, so that Camel logs the exchange. */
public final class Checks extends RouteBuilder {

    private static final int SECONDS = 60;

    /** The last two have a secret parameter; the API of the last one is in a catalog of this jar. */
    private static final List<String> CALLS = List.of(
            "tencent-video:iotvideoindustry/DescribeWarnMod",
            "aliyun-linkvisual:QueryTimeTemplate",
            "tencent-video:live/CreateLiveCallbackTemplate?TemplateName=outside"
                    + "&StreamBeginNotifyUrl=http://example.com/begin&CallbackKey=canary-callback-key",
            "tencent-video:gates/OpenGate?GateId=1&Code=canary-code");

    private final CountDownLatch delivered = new CountDownLatch(Cloud.ALARMS);
    private final CountDownLatch refused = new CountDownLatch(Cloud.ALARMS);

    @Override
    public void configure() {
        // behind the error handler, which has logged the exchange by then
        onCompletion().onFailureOnly().process(exchange -> {
            if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof CredentialsRefusedException) {
                refused.countDown();
            }
        });

        from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&offsetRepository=#offsets")
                .process(exchange -> delivered.countDown());

        from("tencent-video:iotvideoindustry/DescribeWarnings?startFrom=PT1H&onFailure=skip")
                .to("aliyun-linkvisual:QueryTimeTemplate?parametersFrom=URI&accessKeySecret=canary-wrong-key");
    }

    /** Has a secret option that only endpoints have. It is created and not consumed, so that no application needs an HTTP server. */
    private static final String CALLBACKS =
            "tencent-video:live/callback?callback=/live/events&callbackKey=canary-callback-key";

    /**
     * Makes the calls and waits for the routes.
     *
     * @param context the host's, started with these routes
     * @throws IllegalStateException when something did not happen
     */
    public void run(CamelContext context) throws Exception {
        context.getEndpoint(CALLBACKS);
        secretOptionsAreSet(context, "tencent-video");
        secretOptionsAreSet(context, "aliyun-linkvisual");
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (String call : CALLS) {
                template.requestBody(call, Map.of());
            }
        }
        await(delivered, "alarms were not delivered");
        await(refused, "calls with a wrong key were not refused");
        System.out.printf(
                "calls %d, alarms delivered %d, calls refused %d%n", CALLS.size(), Cloud.ALARMS, Cloud.ALARMS);
    }

    /** So that no new option is forgotten in the applications. */
    private static void secretOptionsAreSet(CamelContext context, String scheme) {
        VideoComponent component = context.getComponent(scheme, VideoComponent.class);
        PropertyConfigurerGetter options = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        for (String option :
                context.getCamelContextExtension().getEndpointUriFactory(scheme).secretPropertyNames()) {
            if (!String.valueOf(options.getOptionValue(component, option, true)).contains("canary")
                    && !CALLBACKS.contains(option + "=canary")) {
                throw new IllegalStateException(scheme + ": option " + option + " is not set by this application");
            }
        }
    }

    private static void await(CountDownLatch latch, String problem) throws InterruptedException {
        if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(latch.getCount() + " " + problem);
        }
    }
}
