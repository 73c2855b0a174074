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
import java.time.ZoneId;

/**
 * What a user may set on a feed. Null takes the catalog's value or the default named here.
 *
 * @param startFrom where to start when no position is stored; default {@link StartFrom#NOW}
 * @param lookback how far before its position the feed reads again for late items
 * @param gracePeriod how far the end of a window stays behind the present
 * @param window longest span of one window; at most what the catalog allows
 * @param pageSize items asked for per page; at most what the catalog allows
 * @param timeZone zone of times written without one, in windows and in items
 * @param positionCommit when the position is stored; default {@link CommitPolicy#ITEM}
 */
public record FeedOptions(
        StartFrom startFrom,
        Duration lookback,
        Duration gracePeriod,
        Duration window,
        Integer pageSize,
        ZoneId timeZone,
        CommitPolicy positionCommit) {}
