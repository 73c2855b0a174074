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
package io.github.camelvideo.feed.position;

import java.time.Instant;

/**
 * One item that a feed remembers in its position.
 *
 * @param key identity of the item within its partition; any text, never empty
 * @param time when the entry may be forgotten: as soon as {@link PositionChange#forgetBefore} is later; null keeps it until it is
 *     removed by key
 * @param state what is known of the item, in the words of the feed's kind; empty where the key says it all
 */
public record PositionEntry(String key, Instant time, String state) {}
