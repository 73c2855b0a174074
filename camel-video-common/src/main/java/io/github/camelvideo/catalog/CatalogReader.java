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

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a catalog document into records. Says which place of which document is broken. */
final class CatalogReader {

    private CatalogReader() {}

    /**
     * What was read.
     *
     * @param withoutBase places of entries of the overlay and the feeds that the base does not have; they are left out
     */
    record Result(ApiCatalog api, List<String> withoutBase) {}

    /**
     * @param merged the base with its overlay
     * @param feeds the document of its feeds, or null where it has none
     * @param callbacks the document of its callbacks, or null where it has none
     * @throws CatalogException when a document is no catalog
     */
    static Result read(String id, CatalogMerge.Result merged, ObjectNode feeds, ObjectNode callbacks) {
        Map<String, FeedSpec> read = feeds == null ? Map.of() : feeds(CatalogNode.root(id + ".feeds", feeds));
        ApiCatalog api = api(
                id,
                CatalogNode.root(id, merged.json()),
                read,
                callbacks == null ? null : CallbackReader.read(CatalogNode.root(id + ".callbacks", callbacks)));
        List<String> withoutBase = new ArrayList<>(merged.withoutBase());
        read.keySet().stream()
                .filter(name -> api.action(name) == null)
                .forEach(name -> withoutBase.add("feeds/" + name));
        return new Result(api, List.copyOf(withoutBase));
    }

    private static Map<String, FeedSpec> feeds(CatalogNode root) {
        return root.at("feeds").byName(FeedReader::read);
    }

    private static ApiCatalog api(String id, CatalogNode root, Map<String, FeedSpec> feeds, CallbackSpec callbacks) {
        String named = root.text("api");
        if (named != null && !named.equals(id)) {
            throw root.at("api").broken("must be '" + id + "', as the document is named, but is '" + named + "'", null);
        }
        Defaults defaults = new Defaults(
                root.enumValue(Action.RegionRule.class, "region", Action.RegionRule.NONE),
                root.texts("regions"),
                root.at("commonRequest").byKey("name", CatalogReader::field).keySet());
        Map<String, Action> actions = root.at("actions").byKey("name", action -> action(action, feeds, defaults));
        return new ApiCatalog(
                id,
                root.text("title"),
                root.text("version"),
                root.date("asOf"),
                root.requiredText("protocol"),
                root.host("endpoint"),
                root.text("path"),
                defaults.regions(),
                root.at("groups").byKey("id", group -> group.requiredText("title")),
                actions,
                root.at("listedOnly").byKey("name", action -> listed(action, defaults)),
                root.at("types").byName(fields -> fields.byKey("name", CatalogReader::field)),
                root.at("errors").byKey("code", CatalogReader::error),
                callbacks);
    }

    /** What an action takes over from its API where it says nothing. */
    private record Defaults(Action.RegionRule region, List<String> regions, Set<String> common) {}

    private static Action action(CatalogNode node, Map<String, FeedSpec> feeds, Defaults defaults) {
        Map<String, Field> passed = new LinkedHashMap<>();
        Set<String> common = new LinkedHashSet<>(defaults.common());
        node.at("request")
                .byKey(
                        "name",
                        field -> field.flag("common")
                                ? common.add(field.text("name"))
                                : passed.put(field.text("name"), field(field)));
        return new Action(
                node.requiredText("name"),
                node.text("group"),
                node.text("summary"),
                wire(node, common),
                node.integer("rateLimit"),
                age(node),
                // not said is not safe to repeat
                node.at("mutates").isAbsent() || node.flag("mutates"),
                node.enumValue(Action.RegionRule.class, "region", defaults.region()),
                node.at("regions").isAbsent() ? defaults.regions() : node.texts("regions"),
                Collections.unmodifiableMap(passed),
                node.at("response").byKey("name", CatalogReader::field),
                node.texts("errors"),
                node.at("paging").map(CatalogReader::paging),
                feeds.get(node.text("name")));
    }

    private static Action.Age age(CatalogNode node) {
        return new Action.Age(
                node.date("addedIn"), node.date("removedIn"), node.flag("deprecated"), node.texts("replacedBy"));
    }

    private static Action.Wire wire(CatalogNode node, Set<String> common) {
        String name = node.text("interface");
        return new Action.Wire(
                name == null ? node.text("name") : name,
                node.text("bodyInterface"),
                node.text("method"),
                node.text("host"),
                node.text("path"),
                node.enumValue(Action.Body.class, "body", Action.Body.JSON),
                node.flag("download"),
                Collections.unmodifiableSet(common));
    }

    /** Of an action that is only listed, what a call needs is taken over from the API. */
    private static Action listed(CatalogNode node, Defaults defaults) {
        return new Action(
                node.requiredText("name"),
                node.text("group"),
                null,
                wire(node, defaults.common()),
                node.integer("rateLimit"),
                age(node),
                true,
                defaults.region(),
                defaults.regions(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }

    static Field field(CatalogNode node) {
        return new Field(
                node.requiredText("name"),
                type(node),
                node.flag("required"),
                node.flag("nullable"),
                node.flag("secret"),
                node.text("summary"),
                node.number("min"),
                node.number("max"),
                node.integer("maxItems"),
                node.texts("values"),
                Set.copyOf(node.enumValues(Field.Place.class, "in")),
                node.text("success"));
    }

    private static FieldType type(CatalogNode node) {
        String type = node.requiredText("type");
        try {
            return FieldType.parse(type);
        } catch (CatalogException e) {
            throw node.at("type").broken(e.getMessage(), null);
        }
    }

    private static Paging paging(CatalogNode node) {
        Paging.Style style = node.requiredEnum(Paging.Style.class, "style");
        return new Paging(
                style,
                node.requiredText("pageParameter"),
                node.text("sizeParameter"),
                node.integer("firstPage", 0),
                node.integer("maxSize"),
                node.integer("defaultSize"),
                node.text("total"),
                node.requiredText("items"),
                style == Paging.Style.CURSOR ? node.requiredText("outputToken") : null);
    }

    private static ErrorCode error(CatalogNode node) {
        return new ErrorCode(
                node.requiredText("code"),
                node.text("meaning"),
                node.enumValue(ErrorCode.Kind.class, "kind", ErrorCode.Kind.OTHER),
                node.text("reason"),
                List.copyOf(node.at("messages")
                        .byKey("text", CatalogReader::message)
                        .values()));
    }

    private static ErrorCode.Message message(CatalogNode node) {
        return new ErrorCode.Message(
                node.requiredText("text"),
                node.text("meaning"),
                node.enumValue(ErrorCode.Kind.class, "kind", null),
                node.text("reason"));
    }
}
