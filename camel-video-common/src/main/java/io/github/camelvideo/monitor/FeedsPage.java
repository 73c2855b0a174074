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
package io.github.camelvideo.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;

/**
 * A page that shows the feeds and calls of this context while they run, for a route on an HTTP server of Camel that takes all paths below
 * its own:
 *
 * <pre>
 * from("platform-http:/feeds?matchOnUriPrefix=true").process(new FeedsPage());
 * </pre>
 *
 * <p>A path that ends in {@code /state.json} is answered with what the dev consoles {@code video-feeds} and {@code video-calls} show, as
 * JSON; any other with the page, which asks for that every few seconds and loads nothing else. It shows no parameter, item or secret, and
 * changes nothing. It asks nobody for a password: let it listen on this machine, or behind a proxy that does. For any thread.
 */
public final class FeedsPage implements Processor {

    private static final String STATE = "/state.json";
    private static final List<String> CONSOLES = List.of("video-feeds", "video-calls");

    @Override
    public void process(Exchange exchange) throws IOException {
        String path = exchange.getMessage().getHeader(Exchange.HTTP_PATH, "", String.class);
        boolean isState = path.endsWith(STATE);
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.CONTENT_TYPE, isState ? "application/json" : "text/html; charset=utf-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.setBody(isState ? state(exchange.getContext()) : page());
    }

    private static String state(CamelContext context) {
        JsonObject state = new JsonObject();
        for (String id : CONSOLES) {
            DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole(id);
            state.putAll((JsonObject) console.call(DevConsole.MediaType.JSON, Map.of()));
        }
        return state.toJson();
    }

    private static String page() throws IOException {
        try (InputStream page = FeedsPage.class.getResourceAsStream("feeds.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
