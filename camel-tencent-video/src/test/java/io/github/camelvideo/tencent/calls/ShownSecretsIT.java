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

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.catalog.Field;
import io.github.camelvideo.catalog.FieldType;
import io.github.camelvideo.simulator.SimulatorClock;
import io.github.camelvideo.simulator.VideoCloudSimulator;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What Camel shows of an application that has a secret in every option and every parameter that can hold one. */
class ShownSecretsIT {

    private static final String CANARY = "canary";
    private static final List<String> APIS = List.of("iotvideoindustry", "live", "mdl", "iss", "live-v2017", "live-v2");

    /** Camel's own loggers that print the value of each property placeholder at DEBUG, whatever component it is for. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "org.apache.camel.component.properties.DefaultPropertiesParser",
            "org.apache.camel.impl.engine.DefaultCamelContextExtension");

    /** At DEBUG it prints each option that it sets, also passwords. */
    private static final String MAIN = "org.apache.camel.main.";

    /** Camel's consoles that show properties by a fixed list of words, or by none, and routes with the values of placeholders. */
    private static final Set<String> UNMASKED = Set.of("properties", "main-configuration JSON", "route-dump");

    private final SimulatorClock clock = SimulatorClock.at("2026-06-01T00:00:00Z");
    private final VideoCloudSimulator cloud =
            VideoCloudSimulator.builder().clock(clock).start();
    private final Main main = new Main();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger simulators = (Logger) LoggerFactory.getLogger("io.github.camelvideo.simulator");
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.camelvideo");
    private final Logger camels = (Logger) LoggerFactory.getLogger("org.apache.camel");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            boolean isMainDebug = event.getLoggerName().startsWith(MAIN) && event.getLevel() == Level.DEBUG;
            if (!isMainDebug && !PLACEHOLDERS.contains(event.getLoggerName())) {
                lines.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }
    };
    private final Map<String, String> secrets = new TreeMap<>();

    @BeforeEach
    void listen() {
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.TRACE);
        // it may say what it likes of its own
        simulators.setAdditive(false);
        camels.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        main.stop();
        cloud.close();
        root.detachAppender(appender);
        ours.setLevel(null);
        simulators.setAdditive(true);
        camels.setLevel(null);
    }

    @Test
    void noSecretOptionOfTheComponentIsShown(@TempDir Path directory) throws Exception {
        // a file, as Camel logs only those properties at startup
        List<String> options = Stream.of("secret-id", "secret-key", "session-token", "api-key", "proxy-password")
                .map(option -> "camel.component.tencent-video." + option + "=" + canary(option))
                .toList();
        Path file = Files.write(directory.resolve("application.properties"), options);
        main.setPropertyPlaceholderLocations("file:" + file);
        start("direct:a", "tencent-video:iotvideoindustry/DescribeWarnMod");

        assertThat(lines).anyMatch(line -> line.matches(".*secret-?[iI]d = xxxxxx"));
        nothingIsShown();
    }

    @Test
    void noSecretOptionOfAnEndpointIsShown() throws Exception {
        start(
                "direct:a",
                "tencent-video:iotvideoindustry/DescribeWarnMod?secretId=" + placeholder("secretId") + "&secretKey=RAW("
                        + placeholder("secretKey") + ")&sessionToken=" + placeholder("sessionToken") + "&apiKey="
                        + placeholder("apiKey") + "&proxyHost=localhost&proxyPort=1&proxyPassword="
                        + placeholder("proxyPassword"));

        nothingIsShown();
    }

    @Test
    void noSecretParameterInAUriIsShown() throws Exception {
        List<String> uris = new ArrayList<>();
        Catalogs catalogs = Catalogs.ofClassPath("tencent-video");
        for (String id : APIS) {
            ApiCatalog api = catalogs.get(id);
            for (Action action : api.actions().values()) {
                for (Field field : action.parameters().values()) {
                    if (field.secret() && !action.wire().common().contains(field.name())) {
                        String value = placeholder(id + "-" + action.name() + "-" + field.name());
                        uris.add("tencent-video:" + id + "/" + action.name() + "?"
                                + (action.region() == Action.RegionRule.REQUIRED
                                        ? "region=" + action.regions().get(0) + "&"
                                        : "")
                                + field.name() + "=" + (field.type().kind() == FieldType.Kind.STRUCT ? "{}" : value));
                    }
                }
            }
        }
        assertThat(uris).hasSizeGreaterThan(15);
        start("direct:a", uris.toArray(String[]::new));

        assertThat(String.join("\n", lines)).doesNotContain("cannot mask");
        nothingIsShown();
    }

    private String canary(String name) {
        String value = CANARY + "-" + name + "-" + Integer.toHexString(name.hashCode());
        secrets.put(name, value);
        return value;
    }

    /** A placeholder, as Camel advises: dumps of routes show what is written in them. Camel masks a property of this name. */
    private String placeholder(String name) {
        String property = name + ".secret";
        main.addInitialProperty(property, canary(name));
        return "{{" + property + "}}";
    }

    private void start(String from, String... uris) throws Exception {
        main.addInitialProperty("camel.component.tencent-video.endpoint-url", cloud.url());
        if (secrets.keySet().stream().noneMatch(name -> name.startsWith("secret"))) {
            main.addInitialProperty("camel.component.tencent-video.secret-id", VideoCloudSimulator.SECRET_ID);
            main.addInitialProperty("camel.component.tencent-video.secret-key", VideoCloudSimulator.SECRET_KEY);
        }
        if (!secrets.containsKey("api-key") && !secrets.containsKey("apiKey")) {
            main.addInitialProperty("camel.component.tencent-video.api-key", VideoCloudSimulator.API_KEY);
        }
        main.addInitialProperty("camel.component.tencent-video.app-id", VideoCloudSimulator.APP_ID);
        main.addInitialProperty("camel.main.dev-console-enabled", "true");
        main.addInitialProperty("camel.main.jmx-management-statistics-level", "Extended");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                var route = from(from).routeId("shown");
                for (String uri : uris) {
                    route.to(uri);
                }
            }
        });
        main.start();
        main.getCamelContext().createProducerTemplate().send(from, exchange -> {});
    }

    private void nothingIsShown() throws Exception {
        Map<String, String> shown = new TreeMap<>();
        shown.put("log", String.join("\n", lines));
        consoles(shown);
        managed(shown);
        assertThat(shown).hasSizeGreaterThan(20);
        List<String> leaks = new ArrayList<>();
        UNMASKED.forEach(console -> shown.keySet().removeIf(place -> place.startsWith("console " + console)));
        shown.forEach((place, text) -> text.lines()
                .filter(line -> secrets.values().stream().anyMatch(line::contains))
                .forEach(line -> leaks.add(place + ": " + line)));
        assertThat(leaks).isEmpty();
    }

    private void consoles(Map<String, String> shown) {
        CamelContext context = main.getCamelContext();
        DevConsoleRegistry registry = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        assertThat(registry).isNotNull();
        registry.loadDevConsoles();
        for (DevConsole console : registry.stream().toList()) {
            for (DevConsole.MediaType type : DevConsole.MediaType.values()) {
                if (console.supportMediaType(type)) {
                    shown.put("console " + console.getId() + " " + type, String.valueOf(console.call(type)));
                }
            }
        }
    }

    private static void managed(Map<String, String> shown) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            StringBuilder text = new StringBuilder(name.toString()).append('\n');
            String[] attributes = Arrays.stream(server.getMBeanInfo(name).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toArray(String[]::new);
            for (Attribute attribute : server.getAttributes(name, attributes).asList()) {
                text.append(attribute).append('\n');
            }
            for (var operation : server.getMBeanInfo(name).getOperations()) {
                boolean dumps = operation.getName().startsWith("dump")
                        || operation.getName().startsWith("list")
                        || operation.getName().equals("endpointStatistics")
                        || operation.getName().equals("informationJson");
                if (dumps && !operation.getName().endsWith("Yaml") && operation.getSignature().length == 0) {
                    text.append(server.invoke(name, operation.getName(), null, null))
                            .append('\n');
                }
            }
            shown.put("JMX " + name, text.toString());
        }
    }
}
