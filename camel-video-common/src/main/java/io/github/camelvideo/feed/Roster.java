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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which values have a position, and since when those that are no longer listed are gone.
 *
 * <p>It is stored: a repository cannot be asked for its keys, and the age of a position tells nothing of its value. An old one may
 * belong to a device that cannot be read for days, or to a process that stood still; neither must lose it. So a value counts as gone
 * from the moment when a list was read without it. Run by the polling thread.
 */
final class Roster {

    private final Set<String> listed = new LinkedHashSet<>();
    private final Map<String, Instant> gone = new LinkedHashMap<>();

    Roster() {}

    Roster(Set<String> listed, Map<String, Instant> gone) {
        this.listed.addAll(listed);
        this.gone.putAll(gone);
    }

    /**
     * The values that have been gone for that long, to be forgotten. To be asked before {@link #update}: one that is listed again after
     * that time begins anew.
     *
     * @param inUse those whose items are still on their way are kept a little longer
     */
    List<String> expired(Instant now, Duration keep, Predicate<String> inUse) {
        List<String> expired = new ArrayList<>();
        gone.forEach((value, since) -> {
            if (!since.plus(keep).isAfter(now) && !inUse.test(value)) {
                expired.add(value);
            }
        });
        return expired;
    }

    void forget(String value) {
        gone.remove(value);
    }

    /** Takes in the list of now; whether it is another one. */
    boolean update(Set<String> now, Instant moment) {
        if (listed.equals(now)) {
            return false;
        }
        listed.forEach(value -> {
            if (!now.contains(value)) {
                gone.put(value, moment);
            }
        });
        now.forEach(gone::remove);
        listed.clear();
        listed.addAll(now);
        return true;
    }

    Set<String> listed() {
        return listed;
    }

    Map<String, Instant> gone() {
        return gone;
    }
}
