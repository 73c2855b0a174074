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
import java.util.List;
import java.util.Map;

/**
 * What an API tells by calling an address of the user: POST requests whose body is a JSON object.
 *
 * @param check how a request proves that the vendor sent it, or null where it proves nothing
 * @param repeat when the vendor repeats a request
 * @param wrapper member of the body that may hold the fields of the event, or null. Fields beside it count as well
 * @param type field that tells the type of an event, or null where all are of one
 * @param events events by name
 * @param twins lists of the same API that show the same, by action
 * @param registrations how the API is told which address to call, by kind of what it then calls back about; the first kind is meant where
 *     a target names none. Empty where no action does that
 */
public record CallbackSpec(
        Check check,
        Repeat repeat,
        String wrapper,
        String type,
        Map<String, Event> events,
        Map<String, Twin> twins,
        Map<String, Registration> registrations) {

    /**
     * A digest of a key that both sides know: {@code MD5(key + expiry)} in hexadecimal. It does not cover the other fields.
     *
     * @param sign field of the digest
     * @param expiry field of the moment up to which the request counts, in seconds since 1970-01-01T00:00:00Z, as number or text
     */
    public record Check(String sign, String expiry) {}

    /**
     * When the vendor repeats a request: where the answer is late, or its status is not 200.
     *
     * @param answerWithin how long it waits for the answer
     * @param every time between two requests
     * @param times how often it repeats a request, at most
     */
    public record Repeat(Duration answerWithin, Duration every, int times) {}

    /** Where an event is described. */
    public enum Source {
        /** In the documentation that this project was made from. */
        DOCUMENT,
        /** In a later page of the vendor, or in one of a sister product. */
        LATER_PAGE
    }

    /**
     * One kind of event.
     *
     * @param name in headers and documentation
     * @param types values of the field {@link CallbackSpec#type}; empty where there is none
     * @param source where it is described
     * @param items path of the items inside the fields, an {@link io.github.camelvideo.json.ItemPath}; empty where the request is one item
     * @param fields fields of the request, by name
     * @param query parameters that the user adds to the address, by the field of the item that they become
     * @param key fields of an item that identify it, {@code |no-query} as in the key of a feed. {@link Check#expiry} counts where a request has
     *     nothing else that tells it from the next
     * @param time when it happened; null stands for the moment of receipt
     * @param twin what it is in a list, or null
     * @param summary what happened
     */
    public record Event(
            String name,
            List<String> types,
            Source source,
            String items,
            Map<String, Field> fields,
            List<String> query,
            List<String> key,
            FeedSpec.Time time,
            TwinItem twin,
            String summary) {}

    /**
     * What an event is in a list.
     *
     * @param action the list
     * @param event its event in {@link Twin#events}, or null where an item of the list is one event
     * @param fields fields of the item in the list to those of the event. {@code |iso} behind a field of seconds makes it ISO 8601 in UTC
     */
    public record TwinItem(String action, String event, Map<String, String> fields) {}

    /**
     * A list that shows what callbacks tell.
     *
     * @param within how far the time of an event and that of its item in the list may differ
     * @param events events that one item of the list stands for, by name; empty where an item is one event
     */
    public record Twin(Duration within, Map<String, TwinEvent> events) {}

    /**
     * An event that an item of a list stands for.
     *
     * @param key fields that identify it, besides its time; {@code |no-query} as in the key of a feed
     * @param time when it happened. An item without that time does not tell of the event. Null where the key identifies the event by itself,
     *     since its callback has no time
     */
    public record TwinEvent(List<String> key, FeedSpec.Time time) {}

    /**
     * How the API is told to call back about one kind of targets. Either the template or the setting is null.
     *
     * @param name of the kind
     * @param target parameters that name a target, in the order in which they are written
     * @param defaults values of those that may be left out at the end
     * @param urls where the address is written, by event: paths of a parameter
     * @param key where the key of the signature is written, or null where these callbacks have none
     */
    public record Registration(
            String name,
            List<String> target,
            Map<String, String> defaults,
            Map<String, String> urls,
            String key,
            Template template,
            Setting setting) {}

    /**
     * Addresses are kept in templates, which rules give to targets.
     *
     * @param id field with the ID of a template, in lists, rules and parameters alike
     * @param name field with its name
     * @param unlisted parameters that the list does not show
     */
    public record Template(
            Lookup list,
            String id,
            String name,
            List<String> unlisted,
            String create,
            String modify,
            String remove,
            Rules rules) {}

    /** Rules have the parameters of the target and the ID of a template. */
    public record Rules(Lookup list, String create, String remove) {}

    /**
     * The address is a setting of the target itself.
     *
     * @param replaces whether what the action is not given is lost, so that all that was read is given
     * @param values parameters that the action wants besides
     */
    public record Setting(Lookup read, String modify, boolean replaces, Map<String, String> values) {}

    /**
     * Where records are found.
     *
     * @param action lists or reads them
     * @param items field of the answer with the records, or with the one
     */
    public record Lookup(String action, String items) {}
}
