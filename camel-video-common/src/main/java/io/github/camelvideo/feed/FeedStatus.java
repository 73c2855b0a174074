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
        Instant gapTo) {}
