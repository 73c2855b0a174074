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

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.FeedSpec;
import io.github.camelvideo.catalog.SeriesSpec;
import io.github.camelvideo.lint.CatalogFile;
import io.github.camelvideo.tools.docs.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All feeds that the catalogs declare, as their documents have them: with what only people need, such as the reason of a span. */
final class FeedTable {

    private static final String WITHOUT_QUERY = "|no-query";
    private static final String UNKNOWN = "not documented";

    private FeedTable() {}

    /** How many feeds an API has of each kind. */
    static String kinds() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of("API", "`log`", "`series`", "`snapshot`")));
        Scheme.allApis().forEach(api -> {
            List<String> cells = new ArrayList<>(List.of(api.id()));
            for (FeedSpec.Kind kind : FeedSpec.Kind.values()) {
                cells.add(String.valueOf(api.actions().values().stream()
                        .filter(action -> action.feed() != null && action.feed().kind() == kind)
                        .count()));
            }
            text.append(Markdown.row(cells));
        });
        return text.toString();
    }

    static String text() {
        StringBuilder text = new StringBuilder(Markdown.head(List.of(
                "API",
                "action",
                "kind",
                "one message is",
                "key",
                "time",
                "bucket",
                "`gracePeriod`",
                "`lookback`",
                "longest window",
                "retention",
                "`forEach`",
                "`delay`",
                "`acknowledge`",
                "certainty")));
        Scheme.allApis().forEach(api -> new TreeMap<>(feeds(api))
                .forEach((action, feed) -> text.append(Markdown.row(cells(api.id(), action, feed)))));
        return text.toString();
    }

    /** The feeds of an API as its document describes them, by action. */
    static Map<String, JsonNode> feeds(ApiCatalog api) {
        try {
            return CatalogFile.of(Scheme.of(api).uriName(), api.id()).feeds().path("feeds").properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String api, String action, JsonNode feed) {
        return List.of(
                api,
                Markdown.code(action),
                feed.path("kind").asText(),
                Markdown.text(feed.path("item").asText()),
                key(feed),
                time(feed),
                bucket(feed.path("bucket")),
                span(feed.path("gracePeriod"), "") + (feed.has("graceDocumented") ? ", documented" : ""),
                span(feed.path("lookback"), ""),
                window(feed),
                feed.path("kind").asText().equals("snapshot") ? "" : span(feed.path("retention"), UNKNOWN),
                forEach(feed.path("forEach")),
                span(feed.path("delay"), ""),
                Markdown.codes(names(feed.path("acknowledge"))),
                feed.path("confidence").asText());
    }

    private static String key(JsonNode feed) {
        List<String> fields = new ArrayList<>();
        feed.path("key").forEach(field -> fields.add(keyField(field.asText())));
        if (feed.path("kind").asText().equals("series")) {
            fields.add(0, "bucket");
        } else if (fields.isEmpty()) {
            fields.add(feed.path("items").asText().isEmpty() ? "none: there is one" : "the whole item");
        }
        return String.join(", ", fields);
    }

    /** A field of a key as the catalog writes it. */
    static String keyField(String name) {
        return name.endsWith(WITHOUT_QUERY)
                ? Markdown.code(name.substring(0, name.length() - WITHOUT_QUERY.length())) + " without its query"
                : Markdown.code(name);
    }

    private static String time(JsonNode feed) {
        return switch (feed.at("/time/source").asText()) {
            case "window" -> "that of the window";
            case "receipt" -> "that of the poll";
            default -> feed.has("time") ? Markdown.code(feed.at("/time/field").asText()) : "";
        };
    }

    private static String bucket(JsonNode bucket) {
        if (!bucket.has("choices")
                || bucket.path("choices").size() == 1 && !bucket.path("choices").has(SeriesSpec.Bucket.ANY)) {
            return span(bucket.path("size"), "");
        }
        if (bucket.path("choices").has(SeriesSpec.Bucket.ANY)) {
            return span(bucket.path("size"), "") + "; with "
                    + Markdown.code(bucket.path("parameter").asText()) + ": "
                    + span(bucket.path("choices").path(SeriesSpec.Bucket.ANY).path("size"), "");
        }
        String choices = bucket.path("choices").properties().stream()
                .map(choice -> Markdown.code(choice.getKey()) + " "
                        + span(choice.getValue().path("size"), ""))
                .collect(Collectors.joining(", "));
        return span(bucket.path("size"), "") + "; by "
                + Markdown.code(bucket.path("parameter").asText()) + ": " + choices;
    }

    private static String window(JsonNode feed) {
        if (feed.path("kind").asText().equals("snapshot")) {
            return "";
        }
        JsonNode window = feed.path("window");
        if (window.has("at")) {
            return "one " + Markdown.code(window.path("at").asText());
        }
        return feed.has("window") ? span(window.path("maxSpan"), UNKNOWN) : "none";
    }

    private static String forEach(JsonNode partitions) {
        List<String> texts = new ArrayList<>();
        for (JsonNode partition : partitions) {
            texts.add(Markdown.codes(texts(partition.path("parameters"))) + " (" + source(partition) + ")");
        }
        return String.join("; ", texts);
    }

    private static String source(JsonNode partition) {
        String need = partition.path("need").asText();
        if (partition.has("from")) {
            return need + ", from " + Markdown.code(partition.at("/from/action").asText());
        }
        if (!partition.has("values")) {
            return need + ", your own list";
        }
        List<String> values = new ArrayList<>();
        partition.path("values").forEach(value -> values.add(String.join(",", texts(value))));
        return need + ": " + Markdown.codes(values);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    private static String span(JsonNode text, String otherwise) {
        return text.isMissingNode() ? otherwise : span(Duration.parse(text.asText()));
    }

    /** A span as people write it, such as {@code 1 h 30 m}. */
    static String span(Duration span) {
        return span.toHours() > 0 && span.toHours() % 24 == 0
                ? span.toDays() + " d"
                : span.toString()
                        .substring(2)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(\\d+)([hms])(?=\\d)", "$1 $2 ")
                        .replaceAll("(\\d+)([hms])$", "$1 $2");
    }
}
