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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.json.ExactJson;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

    private static final String FIELD = "{'name': 'Id', 'type': 'Integer', 'summary': 'ID'}";

    @Test
    void readsAParameterWithAllItsBounds() throws IOException {
        ApiCatalog api = readAction(
                "'request': [{'name': 'Levels', 'type': 'Array of Integer', 'required': true, 'secret': true,"
                        + " 'min': 1, 'max': 18446744073709551615, 'maxItems': 4, 'values': ['1', '2'],"
                        + " 'success': '2', 'summary': 'Levels'}]");

        Field field = api.action("Do").parameters().get("Levels");

        assertThat(field)
                .isEqualTo(new Field(
                        "Levels",
                        FieldType.parse("Array of Integer"),
                        true,
                        false,
                        true,
                        "Levels",
                        BigInteger.ONE,
                        new BigInteger("18446744073709551615"),
                        4,
                        List.of("1", "2"),
                        Set.of(),
                        "2"));
    }

    @Test
    void readsAFeed() throws IOException {
        ApiCatalog api = readFeed("'kind': 'log', 'items': 'Data', 'key': ['Id'], 'defaults': {'Order': 2},"
                + " 'time': {'field': 'At', 'formats': ['iso', 'epoch-seconds'], 'zone': 'Asia/Shanghai'},"
                + " 'window': {'begin': 'From', 'end': 'To', 'format': 'local', 'maxSpan': 'P30D'},"
                + " 'lookback': 'PT10M', 'acknowledge': {'Reset': {'Id': 'Id'}}");

        LogSpec feed = (LogSpec) api.action("Do").feed();

        assertThat(feed.kind()).isEqualTo(FeedSpec.Kind.LOG);
        assertThat(feed.defaults()).isEqualTo(Map.of("Order", IntNode.valueOf(2)));
        assertThat(feed.time())
                .isEqualTo(FeedSpec.Time.of(
                        "At",
                        List.of(FeedSpec.TimeFormat.ISO, FeedSpec.TimeFormat.EPOCH_SECONDS),
                        ZoneId.of("Asia/Shanghai")));
        assertThat(feed.window().maxSpan()).isEqualTo(Duration.ofDays(30));
        assertThat(feed.lookback()).isEqualTo(Duration.ofMinutes(10));
        assertThat(feed.gracePeriod()).isEqualTo(Duration.ZERO);
        assertThat(feed.retention()).isNull();
        assertThat(feed.maxWindowItems()).isEqualTo(Integer.MAX_VALUE);
        assertThat(feed.acknowledge()).isEqualTo(Map.of("Reset", Map.of("Id", "Id")));
    }

    @Test
    void readsFeedsFromADocumentOfTheirOwn() throws IOException {
        ApiCatalog api = read(
                "{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'Do', 'mutates': false}]}",
                "{'feeds': {'Do': {'kind': 'series', 'item': 'A figure', 'tier': 1, 'confidence': 'high',"
                        + " 'items': 'A[].B[]', 'carry': {'Name': 'A[].Name'}, 'key': ['Name'],"
                        + " 'time': {'source': 'window'}, 'window': {'at': 'Day', 'format': 'basic-date', 'zone': 'UTC'},"
                        + " 'bucket': {'size': 'P1D', 'zone': 'UTC', 'parameter': 'Per', 'choices': {'h': {'size': 'PT1H'}}},"
                        + " 'emptyCodes': ['None'], 'goneCodes': ['Gone'], 'stateCodes': {'Off': 'offline'},"
                        + " 'forEach': [{'parameters': ['Id', 'Kind'], 'optional': ['Kind'], 'need': 'required', 'values': [['a', 'b'], ['c', 'd']],"
                        + " 'from': {'action': 'List', 'items': 'Data', 'fields': ['Id', 'Kind'], 'parameters': {'All': 1}}}]}}}");

        SeriesSpec feed = (SeriesSpec) api.action("Do").feed();

        assertThat(feed.list().carry()).isEqualTo(Map.of("Name", "A[].Name"));
        assertThat(feed.list().codes())
                .isEqualTo(new ListSpec.Codes(Set.of("None"), Set.of("Gone"), Map.of("Off", "offline")));
        assertThat(feed.list().about()).isEqualTo(new ListSpec.About("A figure", 1, ListSpec.Confidence.HIGH));
        assertThat(feed.list().forEach())
                .containsExactly(new ListSpec.ForEach(
                        List.of("Id", "Kind"),
                        Set.of("Kind"),
                        ListSpec.Need.REQUIRED,
                        new ListSpec.From(
                                null,
                                "List",
                                "Data",
                                Map.of(),
                                List.of("Id", "Kind"),
                                Map.of("All", IntNode.valueOf(1))),
                        List.of(List.of("a", "b"), List.of("c", "d"))));
        assertThat(feed.time().source()).isEqualTo(FeedSpec.TimeSource.WINDOW);
        assertThat(feed.window().parameters()).containsExactly("Day");
        assertThat(feed.bucket())
                .isEqualTo(new SeriesSpec.Bucket(
                        Duration.ofDays(1),
                        SeriesSpec.Label.START,
                        ZoneId.of("UTC"),
                        "Per",
                        Map.of("h", new SeriesSpec.Choice(Duration.ofHours(1), null))));
    }

    @Test
    void readsCallbacks() throws IOException {
        CallbackSpec callbacks = readCallbacks(
                "'check': {'sign': 'sign', 'expiry': 't'}, 'repeat': {'answerWithin': 'PT20S', 'every': 'PT1M', 'times': 12},"
                        + " 'wrapper': 'data', 'type': 'kind', 'events': [{'name': 'alarm-raised', 'types': ['7', '8'],"
                        + " 'source': 'later-page', 'summary': 'An alarm.', 'items': 'Alarms', 'query': ['Camera'],"
                        + " 'fields': [{'name': 'Alarms', 'type': 'Array of Object', 'summary': 'Alarms'}], 'key': ['Camera', 'Id'],"
                        + " 'time': {'field': 'At', 'formats': ['epoch-seconds']},"
                        + " 'twin': {'action': 'Do', 'event': 'raised', 'fields': {'Raised': 'At|iso'}}}],"
                        + " 'twins': {'Do': {'within': 'PT3S', 'events': {'raised': {'key': ['Id'],"
                        + " 'time': {'field': 'Raised', 'formats': ['iso']}}}}}");

        CallbackSpec.Event event = callbacks.events().get("alarm-raised");

        assertThat(callbacks.check()).isEqualTo(new CallbackSpec.Check("sign", "t"));
        assertThat(callbacks.repeat())
                .isEqualTo(new CallbackSpec.Repeat(Duration.ofSeconds(20), Duration.ofMinutes(1), 12));
        assertThat(callbacks.wrapper()).isEqualTo("data");
        assertThat(callbacks.type()).isEqualTo("kind");
        assertThat(event.types()).containsExactly("7", "8");
        assertThat(event.source()).isEqualTo(CallbackSpec.Source.LATER_PAGE);
        assertThat(event.summary()).isEqualTo("An alarm.");
        assertThat(event.items()).isEqualTo("Alarms");
        assertThat(event.query()).containsExactly("Camera");
        assertThat(event.fields().get("Alarms").type()).hasToString("Array of Object");
        assertThat(event.key()).containsExactly("Camera", "Id");
        assertThat(event.time()).isEqualTo(FeedSpec.Time.of("At", List.of(FeedSpec.TimeFormat.EPOCH_SECONDS), null));
        assertThat(event.twin()).isEqualTo(new CallbackSpec.TwinItem("Do", "raised", Map.of("Raised", "At|iso")));
        assertThat(callbacks.twins())
                .isEqualTo(Map.of(
                        "Do",
                        new CallbackSpec.Twin(
                                Duration.ofSeconds(3),
                                Map.of(
                                        "raised",
                                        new CallbackSpec.TwinEvent(
                                                List.of("Id"),
                                                FeedSpec.Time.of("Raised", List.of(FeedSpec.TimeFormat.ISO), null))))));
    }

    @Test
    void callbacksSayNothingOfWhatIsNotDocumented() throws IOException {
        CallbackSpec callbacks = readCallbacks("'events': [{'name': 'alarm-raised', 'key': ['Id']}],"
                + " 'twins': {'Do': {'events': {'raised': {'key': ['Id']}}}}");

        CallbackSpec.Event event = callbacks.events().get("alarm-raised");

        assertThat(callbacks.check()).isNull();
        assertThat(callbacks.repeat()).isEqualTo(new CallbackSpec.Repeat(null, null, 0));
        assertThat(callbacks.wrapper()).isNull();
        assertThat(callbacks.type()).isNull();
        assertThat(event.types()).isEmpty();
        assertThat(event.source()).isEqualTo(CallbackSpec.Source.DOCUMENT);
        assertThat(event.items()).isEmpty();
        assertThat(event.time()).isNull();
        assertThat(event.twin()).isNull();
        assertThat(callbacks.twins().get("Do").within()).isEqualTo(Duration.ZERO);
        assertThat(callbacks.twins().get("Do").events().get("raised").time()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'check': {'sign': 'sign'} | check/expiry: is missing",
                "'repeat': {'every': '1m'} | repeat/every: must be an ISO 8601 duration but is '1m'",
                "'events': [{'key': ['Id']}] | events/?/name: is missing",
                "'events': [{'name': 'a', 'key': ['Id']}, {'name': 'a', 'key': ['Id']}] | events/a: is defined twice",
                "'events': [{'name': 'a', 'source': 'rumour'}] | events/a/source: must be one of document, later-page but is 'rumour'",
                "'events': [{'name': 'a', 'twin': {'event': 'b'}}] | events/a/twin/action: is missing",
            })
    void namesThePlaceOfACallbackThatIsBroken(String attributes, String message) {
        assertThatThrownBy(() -> readCallbacks(attributes))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog api.callbacks/" + message);
    }

    @Test
    void readsACodeWithItsTexts() throws IOException {
        ApiCatalog api = read(
                "{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [], 'errors': [{'code': '460', 'meaning': 'Wrong',"
                        + " 'messages': [{'text': 'auth', 'meaning': 'Refused', 'kind': 'credentials', 'reason': 'why'},"
                        + " {'text': 'type', 'meaning': 'Bad type'}]}]}");

        assertThat(api.error("460").messages())
                .containsExactly(
                        new ErrorCode.Message("auth", "Refused", ErrorCode.Kind.CREDENTIALS, "why"),
                        new ErrorCode.Message("type", "Bad type", null, null));
    }

    @Test
    void anActionTakesTheRegionRuleOfItsApi() throws IOException {
        ApiCatalog api = read("{'protocol': 'p', 'endpoint': 'a.example.com', 'region': 'required', 'actions': ["
                + "{'name': 'A', 'mutates': false}, {'name': 'B', 'mutates': false, 'region': 'none'}]}");

        assertThat(api.action("A").region()).isEqualTo(Action.RegionRule.REQUIRED);
        assertThat(api.action("B").region()).isEqualTo(Action.RegionRule.NONE);
    }

    @Test
    void keepsTheOrderOfTheDocument() throws IOException {
        ApiCatalog api = readAction("'request': [{'name': 'Z', 'type': 'String'}, {'name': 'A', 'type': 'String'}]");

        assertThat(api.action("Do").parameters().keySet()).containsExactly("Z", "A");
    }

    @Test
    void theRecordsCannotBeChanged() throws IOException {
        ApiCatalog api = readAction("'request': [" + FIELD + "]");

        assertThatThrownBy(() -> api.actions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> api.action("Do").parameters().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'request': [{'type': 'String'}] | api/actions/Do/request/?/name: is missing",
                "'request': [{'name': 'Id'}] | api/actions/Do/request/Id/type: is missing",
                "'request': [{'name': 3, 'type': 'String'}] | api/actions/Do/request/?/name: must be a string",
                "'request': [{'name': 'Id', 'type': 'String', 'max': '3'}] | api/actions/Do/request/Id/max: must be an integer",
                "'response': [{'name': 'Id', 'type': 'X'}, {'name': 'Id', 'type': 'X'}] | api/actions/Do/response/Id: is defined twice",
                "'request': 'Id' | api/actions/Do/request: must be a list",
                "'request': {'Id': 'String'} | api/actions/Do/request: must be a list",
                "'request': [{'name': 'Id', 'type': 'String', 'required': 'yes'}] | api/actions/Do/request/Id/required: must be true or false",
                "'request': [{'name': 'Id', 'type': 'String', 'values': {}}] | api/actions/Do/request/Id/values: must be a list",
                "'rateLimit': 4294967296 | api/actions/Do/rateLimit: must be an integer of at most 32 bits",
                "'addedIn': 'yesterday' | api/actions/Do/addedIn: must be a date such as 2026-08-21 but is 'yesterday'",
                "'region': 'sometimes' | api/actions/Do/region: must be one of required, optional, none but is 'sometimes'",
                "'paging': {'style': 'offset', 'items': 'Data'} | api/actions/Do/paging/pageParameter: is missing"
            })
    void namesThePlaceThatIsBroken(String attributes, String message) {
        assertThatThrownBy(() -> readAction(attributes))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind': 'stream', 'items': 'Data' | kind: must be one of log, series, snapshot but is 'stream'",
                "'kind': 'log', 'items': 'Data', 'delay': '10s' | delay: must be an ISO 8601 duration but is '10s'",
                "'kind': 'log', 'items': 'Data', 'time': {'field': 'At', 'zone': 'Mars/North'}"
                        + " | time/zone: must be a time zone but is 'Mars/North'"
            })
    void namesThePlaceOfAFeedThatIsBroken(String attributes, String message) {
        assertThatThrownBy(() -> readFeed(attributes))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog api.feeds/feeds/Do/" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'protocol': 'p'} | endpoint: is missing",
                "{'protocol': 'p', 'endpoint': 'localhost'} | endpoint: must be the name of a host, such as live.tencentcloudapi.com, but is 'localhost'",
                "{'protocol': 'p', 'endpoint': 'http://a.example.com/'} | endpoint: must be the name of a host, such as live.tencentcloudapi.com, but is 'http://a.example.com/'",
                "{'api': 'other'} | api: must be 'api', as the document is named, but is 'other'",
                "{'protocol': 'p', 'endpoint': 'a.example.com', 'types': []} | types: must be an object",
                "{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': {}} | actions: must be a list"
            })
    void namesThePlaceOfTheApiThatIsBroken(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog api/" + message);
    }

    @Test
    void aTypeOfManyListsInEachOtherIsRefused() {
        String type = "Array of ".repeat(100_000) + "String";

        assertThatThrownBy(() -> readAction("'request': [{'name': 'Id', 'type': '" + type + "'}]"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("Catalog api/actions/Do/request/Id/type: must not nest more than 16 lists");
    }

    private static ApiCatalog readFeed(String attributes) throws IOException {
        return read(
                "{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'Do', 'mutates': false}]}",
                "{'feeds': {'Do': {" + attributes + "}}}");
    }

    private static CallbackSpec readCallbacks(String attributes) throws IOException {
        return read("{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': []}", null, "{" + attributes + "}")
                .callbacks();
    }

    private static ApiCatalog readAction(String attributes) throws IOException {
        return read("{'protocol': 'p', 'endpoint': 'a.example.com', 'actions': [{'name': 'Do', 'mutates': false, "
                + attributes + "}]}");
    }

    private static ApiCatalog read(String json) throws IOException {
        return read(json, null, null);
    }

    private static ApiCatalog read(String json, String feeds) throws IOException {
        return read(json, feeds, null);
    }

    /** @param feeds null for none, as are callbacks */
    private static ApiCatalog read(String json, String feeds, String callbacks) throws IOException {
        return CatalogReader.read(
                        "api", new CatalogMerge.Result(document(json), List.of()), document(feeds), document(callbacks))
                .api();
    }

    private static ObjectNode document(String json) throws IOException {
        return json == null ? null : (ObjectNode) ExactJson.parse(json.replace('\'', '"'));
    }
}
