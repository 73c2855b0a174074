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
package io.github.camelvideo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.spi.SendDynamicAware.DynamicAwareEntry;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.EndpointHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 100,000 hostile values in dynamic URIs: whatever a message says, a call is refused, or it has the path, the options and the constant
 * parameters of the route, and each value in the place it was meant for.
 */
class ToyHostileValuesTest extends ToyVideoTestSupport {

    private static final int VALUES = 100_000;

    /** What notations of Camel, of URIs, of JSON and of this component are made of. */
    private static final List<String> PIECES = List.of(
            "&",
            "=",
            "?",
            "#",
            "%",
            "%26",
            "%3D",
            "%2526",
            "%3F",
            "%23",
            "+",
            ";",
            ",",
            "/",
            "//",
            ":",
            "RAW(",
            "RAW{",
            ")",
            "}",
            ")&",
            "}&",
            "%52AW(",
            "RAW%28",
            "%29",
            "$simple{",
            "${",
            "sys.user.home}",
            "{{",
            "}}",
            "{{secret}}",
            "{{?secret}}",
            "{{none:x}}",
            "{{env:PATH}}",
            "endpointUrl=http://evil",
            "allowHttp=true",
            "outputType=java.io.File",
            "Name=",
            "CameraId=",
            "keySecret=",
            "hash=",
            "file:/etc/passwd",
            "#bean:x",
            "#class:java.lang.Object",
            "\"",
            "'",
            "\\",
            "[",
            "]",
            "{",
            "\u0000",
            "\n",
            "\t",
            " ",
            "\u00a0",
            "\u5927",
            "\uD83D\uDE00",
            "\uD83D",
            "a",
            "Gate",
            "0",
            "..",
            "..\\",
            "|",
            "^",
            "<",
            ">",
            "`");

    private static final List<String> TEMPLATES = List.of(
            "toy-video:RenameCamera?CameraId=c1&Name=RAW(${header.a})",
            "toy-video:RenameCamera?CameraId=c1&Name=RAW{${header.a}}",
            "toy-video:RenameCamera?CameraId=c1&Name=${header.a}",
            "toy-video:RenameCamera?CameraId=${header.a}&Name=n&maxRetries=0",
            "toy-video:RenameCamera?Name=${header.a}&maxRetries=0&CameraId=RAW(${header.b})",
            "toy-video:RenameCamera?CameraId=RAW(${header.a})&maxRetries=0&Name=RAW(${header.b})",
            "toy-video:RenameCamera?CameraId=${header.a}&maxRetries=0&Name=${header.b}",
            "toy-video:RenameCamera?maxRetries=0&CameraId=c1&Name=RAW(before ${header.a} after)");

    private final Random random = new Random(20261128);
    private final ToyVideoSendDynamicAware aware = new ToyVideoSendDynamicAware();
    private int sent;
    private int refused;

    @BeforeEach
    void prepareAware() {
        context.getPropertiesComponent().addInitialProperty("secret", "topsecret");
        aware.setCamelContext(context);
        aware.setScheme("toy-video");
    }

    @Test
    void noValueBecomesMoreThanAValue() throws Exception {
        for (String template : TEMPLATES) {
            Expression expression = context.resolveLanguage("simple").createExpression(template);
            expression.init(context);
            Exchange exchange = new DefaultExchange(context);
            Map<String, Object> constants = entry(exchange, template, "toy-video:RenameCamera?" + harmless(template))
                    .getProperties();
            for (int i = 0; i < VALUES / TEMPLATES.size(); i++) {
                String a = hostile();
                String b = hostile();
                exchange.getMessage().setHeader("a", a);
                exchange.getMessage().setHeader("b", b);
                check(exchange, template, expression, constants, a, b);
            }
        }
        assertThat(sent).as("values that arrived").isGreaterThan(VALUES / 10);
        assertThat(refused).as("values that were refused").isGreaterThan(VALUES / 10);
    }

    private void check(
            Exchange exchange, String template, Expression expression, Map<String, Object> options, String a, String b)
            throws Exception {
        String evaluated;
        try {
            // the steps of Camel before it asks the component
            evaluated = EndpointHelper.resolveEndpointUriPropertyPlaceholders(
                    context, expression.evaluate(exchange, String.class).trim());
        } catch (ResolveEndpointFailedException | IllegalArgumentException e) {
            refused++;
            return;
        }
        DynamicAwareEntry entry;
        try {
            entry = entry(exchange, template, evaluated);
        } catch (InvalidRequestException e) {
            assertThat(e.getMessage()).doesNotContain("topsecret");
            refused++;
            return;
        }
        sent++;
        String reason = template + " with " + printable(a) + " and " + printable(b);
        assertThat(aware.resolveStaticUri(exchange, entry))
                .as(reason)
                .isEqualTo(options.isEmpty() ? "toy-video:RenameCamera" : "toy-video:RenameCamera?maxRetries=0");
        assertThat(entry.getProperties()).as(reason).isEqualTo(options);
        assertThat(entry.getLenientProperties().keySet()).as(reason).containsExactlyInAnyOrder("CameraId", "Name");
        checkValue(reason, entry, "CameraId", template, a, b);
        checkValue(reason, entry, "Name", template, a, b);
    }

    /** Values in RAW marks arrive as they are; others may have been decoded, as in every URI. */
    private static void checkValue(
            String reason, DynamicAwareEntry entry, String key, String template, String a, String b) {
        String written = template.replaceAll(".*\\b" + key + "=([^&]*).*", "$1");
        Object value = entry.getLenientProperties().get(key);
        if (!written.contains("${")) {
            assertThat(value).as(reason).isEqualTo(written);
        } else if (written.startsWith("RAW")) {
            String inside = written.substring(4, written.length() - 1);
            assertThat(value)
                    .as(reason)
                    .isEqualTo(inside.replace("${header.a}", a).replace("${header.b}", b));
        } else {
            String text = written.contains("header.a") ? a : b;
            assertThat(value).as(reason).isInstanceOf(String.class);
            if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && text.equals(text.trim())) {
                assertThat(printable(value.toString())).as(reason).isEqualTo(printable(text));
            }
        }
    }

    private DynamicAwareEntry entry(Exchange exchange, String template, String evaluated) {
        return aware.prepare(exchange, evaluated, template);
    }

    private static String printable(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' ? String.format("\\u%04x", c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String harmless(String template) {
        return template.substring(template.indexOf('?') + 1)
                .replace("${header.a}", "x")
                .replace("${header.b}", "y");
    }

    private String hostile() {
        StringBuilder value = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }
}
