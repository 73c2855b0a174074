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
package io.github.camelvideo.kafka;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One offset to be stored by Connect, with the records of one poll.
 *
 * @param partition id of the feed's partition
 * @param segment number of the segment of a large position, or null for the partition's own offset
 * @param number of the write, which grows with each
 * @param isFirst whether it is the one that the records of the partition carry
 * @param offset what to store; null deletes it
 * @param before what earlier records of the same poll carry under the same key, where Connect may store the offset of any of them: it
 *     says no more than what is stored already
 * @param removed keys that the segment removes, to be written once more should Connect drop it
 * @param forgetBefore what the segment forgets, or null
 */
record OffsetWrite(
        String partition,
        Integer segment,
        long number,
        boolean isFirst,
        Map<String, Object> offset,
        Map<String, Object> before,
        Set<String> removed,
        Instant forgetBefore) {}
