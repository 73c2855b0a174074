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

import java.util.Locale;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/** Shows the calls of all components by API and action. Has no parameter of a call and no secret. */
@DevConsole(name = CallsDevConsole.ID, displayName = "Video Calls", description = "Display calls by API and action")
public final class CallsDevConsole extends AbstractDevConsole {

    static final String ID = "video-calls";

    public CallsDevConsole() {
        super("camel", ID, "Video Calls", "Display calls by API and action");
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray calls = new JsonArray();
        CallStatistics.of(getCamelContext()).all().forEach(counts -> calls.add(describe(counts)));
        JsonObject root = new JsonObject();
        root.put("calls", calls);
        return root;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (ActionCalls.Counts counts : CallStatistics.of(getCamelContext()).all()) {
            describe(counts).forEach((name, value) -> text.append("    ")
                    .append(name)
                    .append(": ")
                    .append(value)
                    .append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static JsonObject describe(ActionCalls.Counts counts) {
        JsonObject json = new JsonObject();
        json.put("api", counts.api());
        json.put("action", counts.action());
        json.put("calls", counts.all());
        json.put("running", counts.running());
        counts.ended().forEach((outcome, number) -> json.put(outcome.name().toLowerCase(Locale.ROOT), number));
        json.put("attempts", counts.attempts());
        json.put("throttledAttempts", counts.throttled());
        json.put("waitedMillis", counts.waited().toMillis());
        json.put("meanMillis", counts.all() == 0 ? 0 : counts.duration().toMillis() / counts.all());
        put(json, "lastRequestId", counts.lastRequestId());
        ActionCalls.LastError error = counts.lastError();
        if (error != null) {
            put(json, "lastErrorAt", error.at());
            put(json, "lastErrorCode", error.code());
            put(json, "lastErrorRequestId", error.requestId());
            put(json, "lastError", error.message());
        }
        return json;
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
