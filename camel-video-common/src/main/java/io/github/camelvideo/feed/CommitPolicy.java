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
package io.github.camelvideo.feed;

import java.time.Duration;
import java.util.Locale;

/**
 * When the position of a feed is stored: how many items a crash may repeat. None is lost in any case, and a stop, a skipped item and a
 * failing commit of before always commit.
 *
 * @param mode when
 * @param interval time between two commits; null unless the mode is {@link Mode#INTERVAL}
 */
public record CommitPolicy(Mode mode, Duration interval) {

    /** With each item that is done, before its exchange ends. */
    public static final CommitPolicy ITEM = new CommitPolicy(Mode.ITEM, null);

    /** At the end of each poll. */
    public static final CommitPolicy POLL = new CommitPolicy(Mode.POLL, null);

    /** With each item that is done, in the transaction of its route: a crash repeats none. */
    public static final CommitPolicy TRANSACTION = new CommitPolicy(Mode.TRANSACTION, null);

    /** When a position is stored. */
    public enum Mode {
        ITEM,
        POLL,
        INTERVAL,
        TRANSACTION
    }

    /** Commits at most once in each interval. */
    public static CommitPolicy every(Duration interval) {
        return new CommitPolicy(Mode.INTERVAL, interval);
    }

    @Override
    public String toString() {
        return mode == Mode.INTERVAL ? interval.toString() : mode.name().toLowerCase(Locale.ROOT);
    }
}
