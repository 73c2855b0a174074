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
package io.github.camelvideo;

import io.github.camelvideo.feed.CommitPolicy;
import io.github.camelvideo.feed.FeedOptions;
import io.github.camelvideo.feed.StartFrom;
import io.github.camelvideo.request.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.camel.util.TimeUtils;

/** Reads those options of a feed that are texts with a notation of their own. */
final class FeedOptionTexts {

    private FeedOptionTexts() {}

    /**
     * @param name how messages name the endpoint
     * @throws IllegalArgumentException when a text cannot be read, naming option, value and remedy
     */
    static FeedOptions read(
            String name,
            String startFrom,
            Duration lookback,
            Duration gracePeriod,
            Duration window,
            Integer pageSize,
            String timeZone,
            String positionCommit) {
        return new FeedOptions(
                startFrom(startFrom),
                lookback,
                gracePeriod,
                window,
                pageSize,
                timeZone(name, timeZone),
                positionCommit(name, positionCommit));
    }

    /** Camel's own notation of durations counts too, such as 2h. */
    private static StartFrom startFrom(String text) {
        String value = text == null ? "" : text.strip();
        return value.matches("[0-9]+[a-zA-Z][0-9a-zA-Z]*")
                ? StartFrom.back(TimeUtils.toDuration(value.toLowerCase(Locale.ROOT)))
                : StartFrom.parse(value);
    }

    private static ZoneId timeZone(String name, String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidRequestException(
                    name + ": timeZone=" + text + ": must be a time zone such as Asia/Shanghai, UTC or +08:00.", e);
        }
    }

    private static CommitPolicy positionCommit(String name, String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (value.equals("item")) {
            return CommitPolicy.ITEM;
        }
        if (value.equals("poll")) {
            return CommitPolicy.POLL;
        }
        if (value.equals("transaction")) {
            return CommitPolicy.TRANSACTION;
        }
        try {
            Duration interval = value.startsWith("p")
                    ? Duration.parse(value.toUpperCase(Locale.ROOT))
                    : TimeUtils.toDuration(value);
            if (interval != null && interval.compareTo(Duration.ZERO) > 0) {
                return CommitPolicy.every(interval);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidRequestException(name + problem(text), e);
        }
        throw new InvalidRequestException(name + problem(text));
    }

    private static String problem(String text) {
        return ": positionCommit=" + text
                + ": must be item, poll, transaction or a duration greater than zero, such as 5s.";
    }
}
