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
package io.github.camelvideo.consumer;

import io.github.camelvideo.callback.CallbackCounts;
import io.github.camelvideo.feed.FeedStatus;
import io.github.camelvideo.feed.FeedStatus.Span;
import io.github.camelvideo.feed.Lateness;
import io.github.camelvideo.feed.PartitionStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows the running feeds. It only shows: consoles are often open to everybody in a network, and a rewind belongs to those who may use
 * JMX. Endpoints are named without their options, which may be secret.
 *
 * <p>Option {@code limit}: the maximum number of partitions shown for each feed, 10 by default; failing ones come first, then those
 * furthest behind.
 */
@DevConsole(name = FeedsDevConsole.ID, displayName = "Video Feeds", description = "Display the running feeds")
public final class FeedsDevConsole extends AbstractDevConsole {

    static final String ID = "video-feeds";

    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 10;
    private static final String PARTITIONS = "partitionList";
    private static final Comparator<PartitionStatus> FAILING_FIRST = Comparator.comparing(
                    (PartitionStatus partition) -> !partition.isFailing())
            .thenComparing(ManagedFeed.OLDEST_FIRST);

    public FeedsDevConsole() {
        super("camel", ID, "Video Feeds", "Display the running feeds");
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonArray feeds = new JsonArray();
        feeds.addAll(feeds(options));
        JsonObject root = new JsonObject();
        root.put("feeds", feeds);
        return root;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (JsonObject feed : feeds(options)) {
            feed.forEach((name, value) -> {
                if (name.equals(PARTITIONS)) {
                    ((JsonArray) value).forEach(partition -> text.append("        ")
                            .append(inline(partition))
                            .append('\n'));
                } else {
                    text.append("    ")
                            .append(name)
                            .append(": ")
                            .append(inline(value))
                            .append('\n');
                }
            });
            text.append('\n');
        }
        return text.toString();
    }

    private static String inline(Object value) {
        if (!(value instanceof JsonObject object)) {
            return String.valueOf(value);
        }
        List<String> members = new ArrayList<>();
        object.forEach((name, member) -> members.add(name + "=" + member));
        return String.join(" ", members);
    }

    private List<JsonObject> feeds(Map<String, Object> options) {
        int limit = limit(options.get(LIMIT));
        return RunningFeeds.of(getCamelContext()).all().stream()
                .map(feed -> describe(feed, limit))
                .toList();
    }

    private static int limit(Object given) {
        try {
            return given == null ? DEFAULT_LIMIT : Math.max(0, Integer.parseInt(given.toString()));
        } catch (NumberFormatException e) {
            return DEFAULT_LIMIT;
        }
    }

    private static JsonObject describe(FeedConsumer feed, int limit) {
        FeedStatus status = feed.status();
        JsonObject json = new JsonObject();
        put(json, "routeId", feed.getRouteId());
        put(json, "endpoint", feed.endpointName());
        put(json, "positionName", feed.getPositionName());
        json.put("rateLimit", feed.rateLimit());
        put(json, "lastPoll", feed.lastPoll());
        put(json, "watermark", status.watermark());
        put(json, "readUpTo", status.readUpTo());
        if (feed.lag() != null) {
            json.put("lagMillis", feed.lag().toMillis());
        }
        json.put("inFlight", status.counts().inFlight());
        json.put("waiting", status.counts().waiting());
        json.put("failed", status.counts().failed());
        json.put("delivered", status.counts().delivered());
        json.put("redelivered", feed.getRedelivered());
        json.put("skipped", status.counts().skipped());
        json.put("late", status.counts().late());
        json.put("misdated", status.counts().misdated());
        lateness(json, status.lateness());
        callbacks(json, feed.callbackShare(), feed.callbackCounts());
        json.put("positionWrites", feed.positionWrites().count());
        json.put("positionBytes", feed.positionWrites().bytes());
        put(json, "gap", status.gap());
        put(json, "incomplete", status.incomplete());
        put(json, "sweepFailed", status.sweepFailed());
        put(json, "positionAhead", status.ahead());
        put(json, "notStored", status.notStored());
        put(json, "distrust", status.distrust());
        put(json, "lastFailure", feed.lastFailure());
        if (status.partitions() != null) {
            json.put("partitions", status.partitions().listed());
            json.put("failingPartitions", status.partitions().failing());
            put(json, "oldestPartition", status.partitions().oldest());
            JsonArray shown = new JsonArray();
            feed.partitions().stream()
                    .sorted(FAILING_FIRST)
                    .limit(limit)
                    .map(FeedsDevConsole::describe)
                    .forEach(shown::add);
            json.put(PARTITIONS, shown);
        }
        return json;
    }

    private static void lateness(JsonObject json, Lateness lateness) {
        if (lateness.items() > 0) {
            json.put("latenessP50Millis", lateness.quantile(0.5).toMillis());
            json.put("latenessP90Millis", lateness.quantile(0.9).toMillis());
            json.put("latenessP99Millis", lateness.quantile(0.99).toMillis());
            json.put("latenessMaxMillis", lateness.max().toMillis());
            json.put("latenessCovered", lateness.covered());
        }
    }

    private static void callbacks(JsonObject json, CallbackShare share, CallbackCounts counts) {
        if (counts != null) {
            json.put("callbacksReceived", counts.received());
            json.put("callbacksRefused", counts.refused());
            json.put("callbacksLate", counts.late());
            json.put("callbacksUnknown", counts.unknown());
        }
        if (share != null) {
            json.put("callbacksWaiting", share.waiting());
            json.put("pushed", share.pushed());
            json.put("polled", share.polled());
            json.put("notPushed", share.notPushed());
        }
    }

    private static JsonObject describe(PartitionStatus partition) {
        JsonObject json = new JsonObject();
        json.put("partition", partition.partition().id());
        put(json, "watermark", partition.status().watermark());
        put(json, "readUpTo", partition.status().readUpTo());
        json.put("failing", partition.isFailing());
        put(json, "distrust", partition.status().distrust());
        return json;
    }

    private static void put(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void put(JsonObject json, String name, Span span) {
        if (span != null) {
            JsonObject object = new JsonObject();
            object.put("from", span.from().toString());
            object.put("to", span.to().toString());
            json.put(name, object);
        }
    }
}
