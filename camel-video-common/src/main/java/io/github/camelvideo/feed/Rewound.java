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
 * A running feed, or one of its partitions, that was moved back. Times are the vendor's.
 *
 * @param partition id of the partition; empty for a feed without partitions
 * @param from the vendor had been read up to this
 * @param to what happened from this moment on is delivered again
 */
public record Rewound(String partition, Instant from, Instant to) {}
