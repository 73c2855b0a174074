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

import java.util.Collection;

/**
 * The position of one partition of a feed, as a store gives it back.
 *
 * @param head what the kind of the feed needs besides the entries, such as its watermark: one line of JSON with a version and a kind
 * @param entries the items remembered, each key once, in no particular order
 */
public record StoredPosition(String head, Collection<PositionEntry> entries) {}
