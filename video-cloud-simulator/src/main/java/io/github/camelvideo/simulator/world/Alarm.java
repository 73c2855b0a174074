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
 * An alarm of a device.
 *
 * @param id never changes and is never given twice
 * @param deviceId device that raised it
 * @param channelId channel that raised it
 * @param createdAt the time the vendor prints, in whole seconds
 * @param visibleAt from when on it can be read; after {@code createdAt} for an alarm that arrives late
 * @param level 1 to 4
 * @param mode 2 device, 5 video, 6 fault
 * @param type kind within the mode
 * @param timeInSeconds whether its times are written as Unix seconds instead of ISO
 * @param acknowledgedAt when it was reset, or null
 * @param deletedAt when it was deleted, or null
 */
public record Alarm(
        long id,
        String deviceId,
        String channelId,
        Instant createdAt,
        Instant visibleAt,
        int level,
        int mode,
        int type,
        boolean timeInSeconds,
        Instant acknowledgedAt,
        Instant deletedAt) {

    Alarm acknowledged(Instant at) {
        return new Alarm(
                id, deviceId, channelId, createdAt, visibleAt, level, mode, type, timeInSeconds, at, deletedAt);
    }

    Alarm deleted(Instant at) {
        return new Alarm(
                id, deviceId, channelId, createdAt, visibleAt, level, mode, type, timeInSeconds, acknowledgedAt, at);
    }

    /** When it was last changed. */
    public Instant updatedAt() {
        Instant latest = createdAt;
        if (acknowledgedAt != null && acknowledgedAt.isAfter(latest)) {
            latest = acknowledgedAt;
        }
        if (deletedAt != null && deletedAt.isAfter(latest)) {
            latest = deletedAt;
        }
        return latest;
    }

    /** Whether it was reset. */
    public boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /** Whether it was deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }
}
