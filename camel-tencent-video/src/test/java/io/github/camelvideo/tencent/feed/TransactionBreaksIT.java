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
package io.github.camelvideo.tencent.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvideo.tencent.feed.BreakableDatabase.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Table and position agree wherever a transaction breaks: before each statement and each commit of some items, and between each commit and
 * its answer.
 */
class TransactionBreaksIT extends TransactedRoute {

    private static final int ITEMS = 2;

    /** So that items are remembered, which takes statements. */
    private static final String OPTIONS = TRANSACTION + "&lookback=PT1H";

    /** Of each item: its row, that of the position, two statements for what is remembered, the commit. */
    private static final int FEWEST_STEPS = ITEMS * 5;

    private static final int MOST_STEPS = 50;

    @ParameterizedTest
    @EnumSource
    void goesOnAndWritesEachItemOnceWhereverAConnectionBreaks(Moment moment) throws Exception {
        List<Long> ids = new ArrayList<>();
        start(OPTIONS, route -> route.process(write()));
        int step = 0;
        do {
            database.breakAt(++step, moment, "ALARM");
            CLOCK.advance(Duration.ofMinutes(1));
            ids.addAll(world().raiseAlarms(ITEMS, now().minusSeconds(50), now().minusSeconds(10)));
            awaitWritten(ids.size());
            awaitMoreReading();
            assertThat(written()).as("broken %s step %d", moment, step).isEqualTo(ids);
        } while (database.hasBroken() && step < MOST_STEPS);

        assertThat(step).isBetween(moment == Moment.AFTER_COMMIT ? ITEMS : FEWEST_STEPS, MOST_STEPS - 1);
        assertWrittenOnce(ids);
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessWritesTheRestWhereverOneDies(Moment moment) throws Exception {
        int step = 0;
        boolean hasDied;
        do {
            List<Long> ids = beginAnew();
            CamelContext dying = process();
            database.dieAt(++step, moment, "ALARM");
            start(dying, OPTIONS + "&offsetKey=step" + step, route -> route.process(write()));
            until("the end", () -> database.hasBroken() || written().size() == ITEMS);
            hasDied = database.hasBroken();
            database.setDown(true);
            dying.stop();

            database = new BreakableDatabase(plain);
            CamelContext next = process();
            start(next, OPTIONS + "&offsetKey=step" + step, route -> route.process(write()));
            awaitWritten(ITEMS);
            awaitMoreReading();
            next.stop();
            assertThat(written()).as("died %s step %d", moment, step).isEqualTo(ids);
        } while (hasDied && step < MOST_STEPS);

        assertThat(step).isBetween(moment == Moment.AFTER_COMMIT ? ITEMS : FEWEST_STEPS, MOST_STEPS - 1);
    }

    /** New alarms, the only ones of the last hour, and an empty table. */
    private List<Long> beginAnew() {
        CLOCK.advance(Duration.ofHours(2));
        outside.execute("DELETE FROM ALARM");
        return world().raiseAlarms(ITEMS, now().minusSeconds(900), now());
    }

    /** What a new process would have. It is not asked whether it has finished when it ends. */
    private CamelContext process() throws Exception {
        CamelContext process = createCamelContext();
        process.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        process.getShutdownStrategy().setTimeout(1);
        process.getRegistry().bind("offsets", repository(database.source()));
        process.getRegistry().bind("transactions", new DataSourceTransactionManager(database.source()));
        process.start();
        return process;
    }
}
