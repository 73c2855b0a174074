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
package io.github.camelvideo.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the description of a feed into a record. */
final class FeedReader {

    private FeedReader() {}

    static FeedSpec read(CatalogNode node) {
        return switch (node.requiredEnum(FeedSpec.Kind.class, "kind")) {
            case LOG ->
                new LogSpec(
                        list(node),
                        node.required("time").map(FeedReader::time),
                        node.at("window").map(FeedReader::window),
                        node.texts("revision"),
                        node.integer("maxWindowItems", Integer.MAX_VALUE),
                        node.duration("lookback", Duration.ZERO),
                        node.duration("gracePeriod", Duration.ZERO),
                        node.duration("retention", null));
            case SERIES ->
                new SeriesSpec(
                        list(node),
                        node.required("time").map(FeedReader::time),
                        node.at("window").map(FeedReader::window),
                        node.required("bucket").map(FeedReader::bucket),
                        node.duration("gracePeriod", Duration.ZERO),
                        node.duration("retention", null));
            case SNAPSHOT ->
                new SnapshotSpec(list(node), node.texts("compare"), node.texts("ignore"), node.flag("expires"));
        };
    }

    private static ListSpec list(CatalogNode node) {
        return new ListSpec(
                node.requiredText("items"),
                textByName(node, "carry"),
                node.text("number"),
                node.texts("columns"),
                node.texts("key"),
                node.at("defaults").byName(CatalogNode::json),
                node.integer("pageSize"),
                node.duration("delay", null),
                new ListSpec.Codes(
                        Set.copyOf(node.texts("emptyCodes")),
                        Set.copyOf(node.texts("goneCodes")),
                        textByName(node, "stateCodes")),
                node.at("forEach").elements(FeedReader::forEach),
                node.at("acknowledge")
                        .byName(action -> action.byName(field -> field.json().asText())),
                new ListSpec.About(
                        node.text("item"),
                        node.integer("tier", 0),
                        node.enumValue(ListSpec.Confidence.class, "confidence", ListSpec.Confidence.LOW)));
    }

    static Map<String, String> textByName(CatalogNode node, String name) {
        return node.at(name).byName(text -> text.json().asText());
    }

    private static ListSpec.ForEach forEach(CatalogNode node) {
        List<List<String>> values = new ArrayList<>();
        node.at("values").elements(CatalogNode::json).forEach(value -> values.add(texts(value)));
        return new ListSpec.ForEach(
                node.texts("parameters"),
                Set.copyOf(node.texts("optional")),
                node.enumValue(ListSpec.Need.class, "need", ListSpec.Need.USEFUL),
                node.at("from").map(FeedReader::from),
                List.copyOf(values));
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(text -> texts.add(text.asText()));
        } else {
            texts.add(value.asText());
        }
        return List.copyOf(texts);
    }

    private static ListSpec.From from(CatalogNode node) {
        return new ListSpec.From(
                node.text("api"),
                node.requiredText("action"),
                node.requiredText("items"),
                textByName(node, "carry"),
                node.texts("fields"),
                node.at("parameters").byName(CatalogNode::json));
    }

    static FeedSpec.Time time(CatalogNode node) {
        return new FeedSpec.Time(
                node.enumValue(FeedSpec.TimeSource.class, "source", FeedSpec.TimeSource.ITEM),
                node.text("field"),
                node.enumValues(FeedSpec.TimeFormat.class, "formats"),
                node.zone("zone"));
    }

    private static FeedSpec.Window window(CatalogNode node) {
        String whole = node.text("at");
        return new FeedSpec.Window(
                whole == null ? node.requiredText("begin") : whole,
                whole == null ? node.requiredText("end") : null,
                node.requiredEnum(FeedSpec.TimeFormat.class, "format"),
                node.zone("zone"),
                node.duration("maxSpan", null),
                node.flag("withinDay"),
                node.flag("fromMidnight"),
                node.duration("ahead", Duration.ZERO),
                node.duration("wholeItems", null));
    }

    private static SeriesSpec.Bucket bucket(CatalogNode node) {
        return new SeriesSpec.Bucket(
                node.requiredDuration("size"),
                node.enumValue(SeriesSpec.Label.class, "label", SeriesSpec.Label.START),
                node.zone("zone"),
                node.text("parameter"),
                node.at("choices")
                        .byName(choice -> new SeriesSpec.Choice(
                                choice.requiredDuration("size"), choice.duration("maxSpan", null))));
    }
}
