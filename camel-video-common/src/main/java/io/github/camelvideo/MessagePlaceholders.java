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
package io.github.camelvideo;

import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.Language;

/**
 * Finds property placeholders in the values of messages. Camel resolves those of an evaluated URI before a component sees it, so that
 * a message could read any property or environment variable. The expressions of the template are therefore evaluated again, but only
 * those that read a message and do nothing else: a bean must not be called twice. Immutable.
 */
final class MessagePlaceholders {

    private static final Pattern READS = Pattern.compile(
            "(\\$|\\$simple)\\{((in\\.)?(headers?|body|exchangeProperty|exchangeProperties|variables?)\\b[^(){}]*"
                    + "|(headerAs|(mandatory)?bodyAs)\\([^()]*\\))}");

    private final List<UriTemplate.Part> parts;
    private final Map<String, Expression> reading = new LinkedHashMap<>();

    /** @param parts a template in pieces */
    MessagePlaceholders(CamelContext context, List<UriTemplate.Part> parts) {
        this.parts = parts;
        Language simple = context.resolveLanguage("simple");
        for (UriTemplate.Part part : parts) {
            if (part.expression() && READS.matcher(part.text()).matches()) {
                reading.computeIfAbsent(part.text(), text -> {
                    Expression created = simple.createExpression(text);
                    created.init(context);
                    return created;
                });
            }
        }
    }

    /** The first expression whose value has or completes the beginning of a placeholder, or null. */
    String foundIn(Exchange exchange) {
        StringBuilder evaluated = new StringBuilder();
        String last = null;
        for (UriTemplate.Part part : parts) {
            int from = Math.max(0, evaluated.length() - 1);
            evaluated.append(part.expression() ? value(exchange, part.text()) : part.text());
            last = part.expression() ? part.text() : last;
            if (last != null && evaluated.indexOf("{{", from) >= 0) {
                return last;
            }
        }
        return null;
    }

    private String value(Exchange exchange, String expression) {
        Expression reads = reading.get(expression);
        String value = reads == null ? null : text(exchange, reads.evaluate(exchange, Object.class));
        return value == null ? "" : value;
    }

    /** As Camel puts a value into a URI; a stream that can be read once is spent already. */
    private static String text(Exchange exchange, Object value) {
        if (value instanceof StreamCache cache) {
            cache.reset();
            String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
            cache.reset();
            return text;
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        return value == null || value instanceof InputStream || value instanceof Reader
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
    }
}
