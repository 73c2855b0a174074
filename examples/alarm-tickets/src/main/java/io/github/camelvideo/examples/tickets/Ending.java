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

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * Decides when the example has seen enough: new alarms for a while, then as long as the last of them are on their way.
 *
 * <p>With a real cloud only the time counts. Used by one thread.
 */
final class Ending {

    private final Clock clock;
    private final DemoCloud cloud;
    private final TicketDesk desk;
    private final Instant lastCall;
    private final int alarms;
    private final int drainSeconds;
    private Instant patience;

    /**
     * @param cloud null when it is a real one
     * @param seconds how long new alarms come
     * @param alarms or until there were so many
     * @param drainSeconds how long the last ones may take to become tickets
     */
    Ending(Clock clock, DemoCloud cloud, TicketDesk desk, int seconds, int alarms, int drainSeconds) {
        this.clock = clock;
        this.cloud = cloud;
        this.desk = desk;
        this.lastCall = clock.instant().plusSeconds(seconds);
        this.alarms = alarms;
        this.drainSeconds = drainSeconds;
    }

    /** To be asked again and again. */
    boolean isReached() throws SQLException {
        Instant now = clock.instant();
        if (cloud == null) {
            return now.isAfter(lastCall);
        }
        if (patience != null) {
            return desk.tickets() >= cloud.alarmIds().size() || now.isAfter(patience);
        }
        if (now.isAfter(lastCall) || cloud.newAlarms() >= alarms) {
            cloud.stopRaising();
            patience = clock.instant().plusSeconds(drainSeconds);
        }
        return false;
    }
}
