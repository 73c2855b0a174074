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
package io.github.camelvideo.tencent.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.protocol.ApiException;
import io.github.camelvideo.simulator.Fault;
import io.github.camelvideo.simulator.FaultPlan;
import io.github.camelvideo.tencent.TencentVideoConstants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of 250 alarms, as one page, as a whole, as a stream. An empty page proves the end of a list: one request more. */
class PagingIT extends Calling {

    private static final String LIST = "DescribeWarnings?OrderType=2";

    private final List<Integer> requestsWhenSplit = new ArrayList<>();
    private List<Long> ids;

    @BeforeEach
    void raiseAlarms() {
        ids = cloud().world()
                .raiseAlarms(
                        250,
                        CLOCK.instant().minus(Duration.ofDays(2)),
                        CLOCK.instant().minusSeconds(1));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:split")
                        .to(API + LIST + "&paging=STREAM&Limit=50")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(exchange ->
                                requestsWhenSplit.add(cloud().requests().count()));
            }
        };
    }

    @Test
    void oneIsTheCallAsItStands() {
        Exchange exchange = call(LIST + "&Limit=30&Offset=10", null);

        Map<?, ?> body = exchange.getMessage().getBody(Map.class);
        assertThat(body.get("Total")).isEqualTo(250);
        assertThat((List<?>) body.get("Data")).hasSize(30);
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.TOTAL_COUNT))
                .isEqualTo(250L);
        assertThat(cloud().requests().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'',4", "&Limit=100,4", "&Limit=50,6", "&Limit=250,2", "&Limit=249,3"})
    void allCollectsEveryPage(String limit, int requests) {
        Exchange exchange = call(LIST + "&paging=ALL" + limit, null);

        assertThat(idsOf(exchange)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.TOTAL_COUNT))
                .isEqualTo(250L);
        assertThat(cloud().requests().count()).isEqualTo(requests);
    }

    @Test
    void allBeginsWhereTheCallSays() {
        Exchange exchange = call(LIST + "&paging=ALL", Map.of("Offset", 200, "Limit", 20));

        assertThat(idsOf(exchange)).hasSize(50);
        assertThat(cloud().requests().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "120,120,3", "150,150,3", "0,250,6", "1000,250,6"})
    void maxItemsBoundsWhatIsCollected(int maxItems, int items, int requests) {
        Exchange exchange = call(LIST + "&Limit=50&paging=ALL&maxItems=" + maxItems, null);

        assertThat(idsOf(exchange)).hasSize(items);
        assertThat(cloud().requests().count()).isEqualTo(requests);
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.TRUNCATED))
                .isEqualTo(items < 250 ? true : null);
    }

    @Test
    void aPageThatFailsIsAskedForAgain() {
        cloud().faults()
                .add(FaultPlan.of(Fault.INTERNAL_ERROR).on("DescribeWarnings").after(2));

        Exchange exchange = call(LIST + "&Limit=50&paging=ALL", null);

        assertThat(idsOf(exchange)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(cloud().requests().count()).isEqualTo(7);
    }

    @Test
    void aPageThatCannotBeReadFailsTheCall() {
        cloud().faults()
                .add(FaultPlan.of(Fault.INTERNAL_ERROR).on("DescribeWarnings").after(2));

        ApiException failure = failure(ApiException.class, LIST + "&Limit=50&paging=ALL&maxRetries=0", null);

        assertThat(failure.getCode()).isEqualTo("InternalError");
    }

    @Test
    void aStreamReadsAPageWhenItIsNeeded() {
        template.sendBody("direct:split", null);

        assertThat(requestsWhenSplit).hasSize(250);
        for (int item = 0; item < 250; item++) {
            // the splitter looks one item ahead, to mark the last one
            assertThat(requestsWhenSplit.get(item)).isEqualTo(Math.min(6, (item + 1) / 50 + 1));
        }
    }

    @Test
    void aStreamGivesEveryItemOnce() {
        Exchange exchange = call(LIST + "&paging=STREAM&Limit=100&maxItems=220", null);

        List<Long> streamed = new ArrayList<>();
        Iterator<?> items = (Iterator<?>) exchange.getMessage().getBody();
        items.forEachRemaining(item -> streamed.add(id((Map<?, ?>) item)));
        assertThat(streamed).hasSize(220).doesNotHaveDuplicates();
        assertThat(ids).containsAll(streamed);
        assertThat(exchange.getMessage().getHeader(TencentVideoConstants.TOTAL_COUNT))
                .isEqualTo(250L);
    }

    @Test
    void aStreamThatBreaksFailsTheExchange() {
        cloud().faults()
                .add(FaultPlan.of(Fault.INTERNAL_ERROR)
                        .on("DescribeWarnings")
                        .after(2)
                        .times(4));

        Exchange exchange = template.send("direct:split", sent -> {});

        assertThat(exchange.getException()).isInstanceOf(ApiException.class);
        assertThat(requestsWhenSplit).hasSizeBetween(99, 100);
    }

    @Test
    void anEmptyListHasNoItems() {
        cloud().world().clear();

        assertThat(answer(LIST + "&paging=ALL", null)).isEqualTo(List.of());
        assertThat((Iterator<?>) answer(LIST + "&paging=STREAM", null)).isExhausted();
    }

    @Test
    void itemsTakeTheOutputType() {
        Object text = answer(LIST + "&paging=ALL&outputType=String", null);
        Iterator<?> texts = (Iterator<?>) answer(LIST + "&paging=STREAM&outputType=String", null);

        assertThat(json((String) text)).hasSize(250);
        assertThat(json((String) texts.next()).get("Id").asLong()).isIn(ids);
    }

    private static List<Long> idsOf(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        List<Long> found = new ArrayList<>();
        List<?> items = exchange.getMessage().getBody(List.class);
        items.forEach(item -> found.add(id((Map<?, ?>) item)));
        return found;
    }

    private static long id(Map<?, ?> item) {
        return ((Number) item.get("Id")).longValue();
    }
}
