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

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TicketTableTest {

    private static final Instant TIME = Instant.parse("2021-05-25T09:56:51Z");

    private final TicketTable table = new TicketTable(ZoneId.of("Asia/Shanghai"));

    @Test
    void showsTimesInTheGivenZoneAndNumbersAsWords() {
        String row = table.row(ticket(17, "2", "Gate", "34020000_34020000001320000001"));

        assertThat(table.head())
                .isEqualTo("TICKET  ALARM AT             ALARM     LEVEL     DEVICE        CHANNEL       KIND");
        assertThat(row)
                .isEqualTo(
                        "#17     2021-05-25 17:56:51  2         critical  Gate          ..1320000001  device: too cold");
    }

    @Test
    void chineseNamesDoNotMoveTheColumnsAfterThem() {
        String chinese = table.row(ticket(1, "2", "北门摄像机", "x"));
        String longChinese = table.row(ticket(1, "2", "北门停车场摄像机", "x"));

        assertThat(placesBefore(chinese, "device:")).isEqualTo(placesBefore(table.head(), "KIND"));
        assertThat(placesBefore(longChinese, "device:")).isEqualTo(placesBefore(table.head(), "KIND"));
        assertThat(longChinese).contains("北门停车场..");
    }

    @Test
    void whatCameOverTheNetworkCannotMoveTheCursor() {
        String row = table.row(ticket(1, "2", "a\u001b[2Jb\nc", "x"));

        assertThat(row).contains("a?[2Jb?c").doesNotContain("\n", "\u001b");
    }

    @Test
    void anAlarmIdIsNeverCut() {
        String row = table.row(ticket(1, "18446744073709551615", "Gate", "x"));

        assertThat(row).contains("18446744073709551615  critical");
    }

    @Test
    void aDeviceWithoutNameLeavesItsColumnEmpty() {
        String row = table.row(ticket(1, "2", null, null));

        assertThat(placesBefore(row, "device:")).isEqualTo(placesBefore(table.head(), "KIND"));
    }

    private static Ticket ticket(long number, String id, String device, String channel) {
        return new Ticket(number, TIME, new Alarm(id, device, channel, 1, 2, 5));
    }

    private static int placesBefore(String line, String part) {
        return Column.width(line.substring(0, line.indexOf(part)));
    }
}
