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

import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tools.docs.CallExample;
import io.github.camelvideo.tools.docs.ShownTime;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that the reference shows is accepted by the simulated vendor, at the time that the examples are of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceCallsIT {

    private static final Clock CLOCK = Clock.fixed(ShownTime.NOW, ZoneOffset.UTC);

    /** The vendor makes up the names of recordings, so that an example cannot name one that exists. */
    private static final String UNKNOWN_FILE = "There is no recording ";

    @TempDir
    Path files;

    private VideoCloudSimulator cloud;
    private DefaultCamelContext context;
    private ProducerTemplate template;

    @BeforeAll
    void start() {
        cloud = VideoCloudSimulator.builder().clock(CLOCK).rateLimits(false).start();
        context = new DefaultCamelContext();
        for (Scheme scheme : Scheme.values()) {
            context.addComponent(scheme.uriName(), scheme.component(cloud.url(), CLOCK));
        }
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterAll
    void stop() throws Exception {
        context.close();
        cloud.close();
    }

    static Stream<Arguments> actions() {
        return Scheme.allApis()
                .flatMap(api -> api.actions().keySet().stream().map(action -> Arguments.of(api.id(), action)));
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("actions")
    void isAccepted(String id, String name) throws Exception {
        ApiCatalog api = Scheme.api(id);
        Action action = api.action(name);
        CallExample call = CallExample.of(api, action, ReferencePages.settings(api), Set.of());
        cloud.reset();
        ReferenceWorld.furnish(cloud.world(), api, action, call);

        Exchange exchange =
                template.send(withFiles(call), (Exchange sent) -> sent.getIn().setBody(body(call)));

        Exception refusal = exchange.getException();
        if (refusal == null || !refusal.getMessage().contains(UNKNOWN_FILE)) {
            assertThat(refusal).as(call.uri()).isNull();
        }
        if (exchange.getMessage().getBody() instanceof InputStream download) {
            download.close();
        }
    }

    private String withFiles(CallExample call) throws Exception {
        Path file = Files.writeString(files.resolve("any"), "any content");
        return call.uri().replaceAll("=file:[^&]*", "=file:" + file);
    }

    private static Object body(CallExample call) {
        if (call.file()) {
            return new byte[] {1};
        }
        return call.body() == null ? null : call.body().toString();
    }
}
