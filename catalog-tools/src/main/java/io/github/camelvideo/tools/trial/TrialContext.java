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
package io.github.camelvideo.tools.trial;

import io.github.camelvideo.VideoComponent;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.simulator.RecordedRequest;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.document.DocumentException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Camel with one component, and the simulator that it calls, if any. Environment variables configure it as they do an application. */
final class TrialContext implements AutoCloseable {

    /** Keys that the simulator knows by itself, by the names of the options. */
    private static final Map<KnownComponent, Map<String, String>> SIMULATOR_KEYS = Map.of(
            KnownComponent.TENCENT_VIDEO,
            Map.of(
                    "secret-id", VideoCloudSimulator.SECRET_ID,
                    "secret-key", VideoCloudSimulator.SECRET_KEY,
                    "app-id", VideoCloudSimulator.APP_ID,
                    "api-key", VideoCloudSimulator.API_KEY),
            KnownComponent.ALIYUN_LINKVISUAL,
            Map.of(
                    "access-key-id", VideoCloudSimulator.SECRET_ID,
                    "access-key-secret", VideoCloudSimulator.SECRET_KEY));

    private final Main main = new Main();
    private final HttpCalls calls = new HttpCalls();
    private final VideoCloudSimulator simulator;

    /** @param clock time of component and simulator, or null for that of the system */
    TrialContext(TrialSettings settings, Target target, SimulatorClock clock) {
        simulator = settings.simulator() ? simulator(settings, clock) : null;
        try {
            start(settings, target.component(), clock);
        } catch (Exception e) {
            close();
            throw new DocumentException(target.component().scheme() + ": " + Problem.of(e), e);
        }
    }

    private static VideoCloudSimulator simulator(TrialSettings settings, SimulatorClock clock) {
        var builder = VideoCloudSimulator.builder();
        if (settings.catalogs() != null) {
            builder.catalogs(settings.catalogs());
        }
        return clock == null ? builder.start() : builder.clock(clock).start();
    }

    private void start(TrialSettings settings, KnownComponent known, SimulatorClock clock) throws Exception {
        // what lies about in the working directory or on the class path is not meant for us
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().withRoutesIncludePattern("false");
        if (simulator != null) {
            // no key of a user goes to a simulator
            main.configure().withAutoConfigurationEnvironmentVariablesEnabled(false);
            SIMULATOR_KEYS
                    .get(known)
                    .forEach((name, key) ->
                            main.addOverrideProperty("camel.component." + known.scheme() + "." + name, key));
        }
        main.start();
        VideoComponent component = context().getComponent(known.scheme(), VideoComponent.class);
        if (settings.catalogs() != null) {
            component.setCatalogs(settings.catalogs());
        }
        if (clock != null) {
            component.setClock(clock);
        }
        String url = simulator == null ? settings.endpointUrl() : simulator.url();
        if (url != null) {
            component.getConfiguration().setEndpointUrl(url);
        }
        component
                .getConfiguration()
                .setOkHttpClient(
                        new OkHttpClient.Builder().addInterceptor(calls).build());
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /** Names of the options of endpoints. */
    Set<String> optionNames(KnownComponent component) {
        return context()
                .getCamelContextExtension()
                .getEndpointUriFactory(component.scheme())
                .propertyNames();
    }

    /** The simulator, or null if a cloud is called. */
    VideoCloudSimulator simulator() {
        return simulator;
    }

    /** How many HTTP requests were sent, with all retries and pages. */
    int requests() {
        return calls.lines().size();
    }

    /** What was sent: a line for each request, with its parameters as far as a simulator recorded them. */
    List<String> sent(Secrets secrets) {
        return simulator == null
                ? calls.lines()
                : simulator.requests().all().stream()
                        .map(request -> line(request, secrets))
                        .toList();
    }

    private static String line(RecordedRequest request, Secrets secrets) {
        return request.time().truncatedTo(ChronoUnit.SECONDS) + " " + request.method() + " " + request.action() + " "
                + secrets.hidden(ExactJson.fromObject(request.parameters()));
    }

    @Override
    public void close() {
        main.stop();
        if (simulator != null) {
            simulator.close();
        }
    }
}
