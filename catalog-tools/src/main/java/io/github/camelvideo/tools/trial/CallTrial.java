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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.binding.HeaderNames;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.request.InvalidRequestException;
import io.github.camelvideo.request.RequestParameters;
import io.github.camelvideo.request.Validation;
import io.github.camelvideo.tools.document.DocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.util.URISupport;

/** Runs one call. */
final class CallTrial {

    private final TrialSettings settings;
    private final Target target;
    private final Consumer<String> out;
    private final Secrets secrets;

    CallTrial(TrialSettings settings, Target target, Consumer<String> out) {
        this.settings = settings;
        this.target = target;
        this.out = out;
        this.secrets = new Secrets(target.api(), target.action());
    }

    void run() {
        try (TrialContext trial = new TrialContext(settings, target, null)) {
            Endpoint endpoint = endpoint(trial);
            out.accept(
                    "request     " + target.api().id() + "/" + target.name() + " " + secrets.hidden(parameters(trial)));
            long begin = System.nanoTime();
            try (ProducerTemplate template = trial.context().createProducerTemplate()) {
                Exchange exchange =
                        template.send(endpoint, sent -> sent.getMessage().setBody(settings.body()));
                long millis = (System.nanoTime() - begin) / 1_000_000;
                print(trial, exchange, millis);
            } catch (IOException e) {
                throw new TrialException(e);
            }
        }
    }

    private Endpoint endpoint(TrialContext trial) {
        try {
            return trial.context().getEndpoint(target.uri(Map.of()));
        } catch (RuntimeException e) {
            throw new DocumentException(Problem.of(e), e);
        }
    }

    /** What the component makes of URI and body; it checks them by the same class. */
    private JsonNode parameters(TrialContext trial) {
        Map<String, Object> fromUri = new LinkedHashMap<>(target.query());
        URISupport.resolveRawParameterValues(fromUri);
        if (target.action() == null) {
            // what is not an option, among which are the keys
            fromUri.keySet().removeAll(trial.optionNames(target.component()));
            return ExactJson.fromObject(fromUri);
        }
        fromUri.keySet().retainAll(target.action().parameters().keySet());
        try {
            return new RequestParameters(target.path(), target.api(), target.action(), Validation.LENIENT, fromUri)
                    .parameters(settings.body(), null);
        } catch (InvalidRequestException | CatalogException e) {
            throw new DocumentException(Problem.of(e), e);
        }
    }

    private void print(TrialContext trial, Exchange exchange, long millis) {
        HeaderNames headers = target.component().headers();
        Message answer = exchange.getMessage();
        try {
            if (exchange.getException() == null) {
                out.accept("response    " + body(answer.getBody()));
                header("request ID", answer.getHeader(headers.requestId()));
                header("total", answer.getHeader(headers.totalCount()));
                header("truncated", answer.getHeader(headers.truncated()));
            }
        } catch (IOException e) {
            throw new TrialException(e);
        } finally {
            sent(trial, millis);
        }
        Exception failure = exchange.getException();
        if (failure != null && Problem.unwrapped(failure) instanceof InvalidRequestException) {
            throw new DocumentException(Problem.of(failure), failure);
        }
        if (failure != null) {
            throw new TrialException(failure);
        }
    }

    private void sent(TrialContext trial, long millis) {
        if (trial.requests() > 0) {
            out.accept("attempts    " + trial.requests());
            out.accept("time        " + millis + " ms");
            out.accept("calls");
            trial.sent(secrets).forEach(line -> out.accept("  " + line));
        }
    }

    private void header(String name, Object value) {
        if (value != null) {
            out.accept(String.format("%-12s%s", name, value));
        }
    }

    private String body(Object body) throws IOException {
        if (body instanceof InputStream file) {
            try (file) {
                long bytes = 0;
                byte[] buffer = new byte[8192];
                for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                    bytes += read;
                }
                return "a file of " + bytes + " bytes";
            }
        }
        if (body instanceof Iterator<?> items) {
            List<Object> first = new ArrayList<>();
            while (items.hasNext() && first.size() < settings.items()) {
                first.add(items.next());
            }
            return secrets.hidden(ExactJson.fromObject(first)).toPrettyString();
        }
        return secrets.hidden(ExactJson.fromObject(body)).toPrettyString();
    }
}
