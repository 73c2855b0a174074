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

import java.time.Instant;

/**
 * Where a feed stands, for health check, console and logs.
 *
 * @param watermark before this all items are done, or null before the start
 * @param readUpTo up to this the vendor was read
 * @param inFlight items handed over and not ended
 * @param waiting items read and not yet handed over
 * @param failed items that failed and wait to be handed over again
 * @param delivered items completed since the start
 * @param skipped items given up since the start
 * @param tooLate items dropped since the start because they appeared later than the lookback reaches, counted each time they were read
 * @param gapFrom start of a span that the vendor no longer kept when the feed came to it, or null
 * @param gapTo end of that span
 * @param values what else is to be said of a feed that runs for each of many values; otherwise null. The times above are then those
 *     of the value furthest behind, the numbers are sums
 */
public record FeedStatus(
        Instant watermark,
        Instant readUpTo,
        int inFlight,
        int waiting,
        int failed,
        long delivered,
        long skipped,
        long tooLate,
        Instant gapFrom,
        Instant gapTo,
        Values values) {

    /**
     * The values of a feed.
     *
     * @param listed how many there are
     * @param failing how many of them could not be read when it was last tried
     * @param oldest the one furthest behind, or null when none has been read
     */
    public record Values(int listed, int failing, String oldest) {}
}
