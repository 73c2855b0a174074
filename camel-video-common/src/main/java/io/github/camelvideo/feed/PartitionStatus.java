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

/**
 * Where one partition of a feed stands.
 *
 * @param partition the partition
 * @param isFailing whether it could not be read when it was last tried
 * @param status where it stands; {@link FeedStatus#NOT_STARTED} before it is read first
 */
public record PartitionStatus(Partition partition, boolean isFailing, FeedStatus status) {}
