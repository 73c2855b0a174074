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
package io.github.camelvideo.simulator.world;

import java.time.Instant;

/**
 * An event of a camera of Link Visual.
 *
 * @param type 1 something moved, 2 there was a sound; others are possible
 * @param at when it happened; the vendor prints whole seconds of it
 * @param visibleAt from when on it is listed
 * @param pictureId the picture that was taken, or empty
 */
public record LinkVisualEvent(String id, String iotId, int type, Instant at, Instant visibleAt, String pictureId)
        implements TimedItem {}
