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
package io.github.camelvideo.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The members of an answer that say what became of the call: status, code, message, request id, and the member that holds the data.
 * Data is read tolerantly, the envelope strictly: a second {@code Code} could turn a refusal into a success.
 */
@FunctionalInterface
public interface Envelope {

    /**
     * Whether a member belongs to the envelope.
     *
     * @param call the call that is answered
     * @param path names from the root to the member, at least one
     */
    boolean contains(ApiCall call, List<String> path);

    /** An envelope whose members are those of the root with these names. */
    static Envelope of(Collection<String> names) {
        Set<String> known = Set.copyOf(names);
        return (call, path) -> path.size() == 1 && known.contains(path.get(0));
    }
}
