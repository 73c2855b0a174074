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

import java.time.Duration;

/** Turns the description of an API's callbacks into a record. */
final class CallbackReader {

    private CallbackReader() {}

    static CallbackSpec read(CatalogNode node) {
        return new CallbackSpec(
                node.at("check")
                        .map(check -> new CallbackSpec.Check(check.requiredText("sign"), check.requiredText("expiry"))),
                repeat(node.at("repeat")),
                node.text("wrapper"),
                node.text("type"),
                node.at("events").byKey("name", CallbackReader::event),
                node.at("twins")
                        .byName(twin -> new CallbackSpec.Twin(
                                twin.duration("within", Duration.ZERO),
                                twin.at("events").byName(CallbackReader::twinEvent))),
                node.at("registrations").byKey("name", CallbackReader::registration));
    }

    private static CallbackSpec.Registration registration(CatalogNode node) {
        if (node.at("template").isAbsent() == node.at("setting").isAbsent()) {
            throw node.broken("must have either template or setting", null);
        }
        return new CallbackSpec.Registration(
                node.requiredText("name"),
                node.texts("target"),
                FeedReader.textByName(node, "defaults"),
                FeedReader.textByName(node, "urls"),
                node.text("key"),
                node.at("template").map(CallbackReader::template),
                node.at("setting")
                        .map(setting -> new CallbackSpec.Setting(
                                lookup(setting.at("read")),
                                setting.requiredText("modify"),
                                setting.flag("replaces"),
                                FeedReader.textByName(setting, "values"))));
    }

    private static CallbackSpec.Template template(CatalogNode node) {
        CatalogNode rules = node.at("rules");
        return new CallbackSpec.Template(
                lookup(node.at("list")),
                node.requiredText("id"),
                node.requiredText("name"),
                node.texts("unlisted"),
                node.requiredText("create"),
                node.requiredText("modify"),
                node.requiredText("remove"),
                new CallbackSpec.Rules(
                        lookup(rules.at("list")), rules.requiredText("create"), rules.requiredText("remove")));
    }

    private static CallbackSpec.Lookup lookup(CatalogNode node) {
        return new CallbackSpec.Lookup(node.requiredText("action"), node.requiredText("items"));
    }

    private static CallbackSpec.Repeat repeat(CatalogNode node) {
        return new CallbackSpec.Repeat(
                node.duration("answerWithin", null), node.duration("every", null), node.integer("times", 0));
    }

    private static CallbackSpec.Event event(CatalogNode node) {
        String items = node.text("items");
        return new CallbackSpec.Event(
                node.requiredText("name"),
                node.texts("types"),
                node.enumValue(CallbackSpec.Source.class, "source", CallbackSpec.Source.DOCUMENT),
                items == null ? "" : items,
                node.at("fields").byKey("name", CatalogReader::field),
                node.texts("query"),
                node.texts("key"),
                node.at("time").map(FeedReader::time),
                node.at("twin").map(CallbackReader::twin),
                node.text("summary"));
    }

    private static CallbackSpec.TwinItem twin(CatalogNode node) {
        return new CallbackSpec.TwinItem(
                node.requiredText("action"), node.text("event"), FeedReader.textByName(node, "fields"));
    }

    private static CallbackSpec.TwinEvent twinEvent(CatalogNode node) {
        return new CallbackSpec.TwinEvent(node.texts("key"), node.at("time").map(FeedReader::time));
    }
}
