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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Invents devices and alarms from a seed. Used under the world's write lock. */
final class RandomData {

    private static final int[] MODES = {2, 5, 6};
    private static final int[] TYPES_OF_MODE = {5, 12, 2};

    private SplittableRandom random;

    RandomData(long seed) {
        random = new SplittableRandom(seed);
    }

    void restart(long seed) {
        random = new SplittableRandom(seed);
    }

    SplittableRandom split() {
        return random.split();
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        digits.append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    String hexDigits(int count) {
        StringBuilder digits = new StringBuilder(count);
        while (digits.length() < count) {
            digits.append(Character.toUpperCase(Character.forDigit(random.nextInt(16), 16)));
        }
        return digits.toString();
    }

    Device device(String name, int type, int channels, String groupId, Instant now) {
        String id = digits(8) + "_" + digits(20);
        Channel[] made = new Channel[channels];
        for (int i = 0; i < channels; i++) {
            made[i] = new Channel(digits(8) + "_" + digits(20), name + " " + (i + 1), 1);
        }
        return new Device(id, digits(20), name, type, true, groupId, now, true, List.of(made));
    }

    Instant between(Instant from, Instant to) {
        return from.plusMillis(random.nextLong(Math.max(1, from.until(to, ChronoUnit.MILLIS))));
    }

    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    Alarm alarm(long id, Device device, Instant createdAt, Instant visibleAt, TimeForm form) {
        int mode = random.nextInt(MODES.length);
        String channel = device.channels().isEmpty()
                ? ""
                : device.channels()
                        .get(random.nextInt(device.channels().size()))
                        .id();
        return new Alarm(
                id,
                device.id(),
                channel,
                createdAt.truncatedTo(ChronoUnit.SECONDS),
                visibleAt,
                1 + random.nextInt(4),
                MODES[mode],
                1 + random.nextInt(TYPES_OF_MODE[mode]),
                form == TimeForm.UNIX_SECONDS || form == TimeForm.MIXED && id % 2 == 0,
                null,
                null);
    }
}
