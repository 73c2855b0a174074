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
package io.github.camelvideo.examples.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketDeskTest {

    private static final Instant TIME = Instant.parse("2021-05-25T09:56:51Z");

    private final JdbcDataSource database = new JdbcDataSource();
    private TicketDesk desk;

    @BeforeEach
    void openDesk() throws Exception {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        desk = newDesk();
    }

    private TicketDesk newDesk() throws Exception {
        return new TicketDesk(database, Clock.fixed(TIME.plusSeconds(5), ZoneOffset.UTC));
    }

    @Test
    void ticketsAreNumberedInTheOrderOfTheirAlarms() throws Exception {
        Ticket first = desk.open(alarm("100001"), TIME).orElseThrow();
        Ticket second = desk.open(alarm("100002"), TIME).orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(desk.alarmIds()).containsExactlyInAnyOrder("100001", "100002");
        assertThat(desk.tickets()).isEqualTo(2);
    }

    @Test
    void anAlarmDeliveredAgainGetsNoSecondTicketAndUsesUpNoNumber() throws Exception {
        desk.open(alarm("100001"), TIME);

        Optional<Ticket> again = desk.open(alarm("100001"), TIME);
        Ticket next = desk.open(alarm("100002"), TIME).orElseThrow();

        assertThat(again).isEmpty();
        assertThat(next.number()).isEqualTo(2);
        assertThat(desk.repeatedDeliveries()).isEqualTo(1);
        assertThat(desk.repeatedTickets()).isZero();
    }

    @Test
    void aDeskOpenedLaterKnowsTheTicketsOfTheOneBefore() throws Exception {
        desk.open(alarm("100001"), TIME);

        TicketDesk later = newDesk();

        assertThat(later.open(alarm("100001"), TIME)).isEmpty();
        assertThat(later.tickets()).isEqualTo(1);
    }

    @Test
    void idsBeyondWhatALongHoldsStayApart() throws Exception {
        desk.open(alarm("18446744073709551614"), TIME);
        desk.open(alarm("18446744073709551615"), TIME);

        assertThat(desk.tickets()).isEqualTo(2);
    }

    @Test
    void deliveriesAtTheSameTimeMakeOneTicket() throws Exception {
        // given
        int deliveries = 4;
        CountDownLatch together = new CountDownLatch(deliveries);
        ExecutorService threads = Executors.newFixedThreadPool(deliveries);
        List<Future<Optional<Ticket>>> answers = new ArrayList<>();

        // when
        for (int i = 0; i < deliveries; i++) {
            answers.add(threads.submit(() -> {
                together.countDown();
                together.await();
                return desk.open(alarm("100001"), TIME);
            }));
        }

        // then
        int opened = 0;
        for (Future<Optional<Ticket>> answer : answers) {
            opened += answer.get().isPresent() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(opened).isEqualTo(1);
        assertThat(desk.repeatedDeliveries()).isEqualTo(deliveries - 1);
    }

    private static Alarm alarm(String id) {
        return new Alarm(id, "Gate", "34020000_34020000001320000001", 1, 2, 5);
    }
}
