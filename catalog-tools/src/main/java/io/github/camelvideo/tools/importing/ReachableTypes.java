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
package io.github.camelvideo.tools.importing;

import io.github.camelvideo.tools.base.BaseField;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which structures fields need. Structures may contain each other and themselves. */
public final class ReachableTypes {

    private final Map<String, List<BaseField>> structures;
    private final Set<String> reached = new HashSet<>();

    /** @param structures all structures by name */
    public ReachableTypes(Map<String, List<BaseField>> structures) {
        this.structures = structures;
    }

    /** Adds the structures that these fields need. */
    public void add(Collection<BaseField> fields) {
        Deque<Collection<BaseField>> open = new ArrayDeque<>();
        open.push(fields);
        while (!open.isEmpty()) {
            for (BaseField field : open.pop()) {
                String type = field.single();
                List<BaseField> inner = structures.get(type);
                if (inner != null && reached.add(type)) {
                    open.push(inner);
                }
            }
        }
    }

    /** Names of the structures that were found so far. */
    public Set<String> names() {
        return reached;
    }
}
