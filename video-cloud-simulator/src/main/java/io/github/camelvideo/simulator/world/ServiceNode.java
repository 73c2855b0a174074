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

import java.util.List;

/** A place where the surveillance platform runs; devices go to one that has a domain. */
public record ServiceNode(String id, String label) {

    /** Those there are; the first has a domain from the first day on. */
    public static final List<ServiceNode> ALL = List.of(
            new ServiceNode("5b0c6a52-8f2e-4d61-9d0a-2f6c1b7e3a01", "Shanghai 1"),
            new ServiceNode("5b0c6a52-8f2e-4d61-9d0a-2f6c1b7e3a02", "Shanghai 2"),
            new ServiceNode("5b0c6a52-8f2e-4d61-9d0a-2f6c1b7e3a03", "Shanghai 3"));

    /** The node of that id, or null. */
    public static ServiceNode of(String id) {
        return ALL.stream().filter(node -> node.id().equals(id)).findFirst().orElse(null);
    }
}
