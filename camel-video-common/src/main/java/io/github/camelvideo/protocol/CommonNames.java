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

import io.github.camelvideo.request.InvalidRequestException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Names that a protocol needs for itself, where its own values travel among the caller's parameters. */
public final class CommonNames {

    private CommonNames() {}

    /** @throws InvalidRequestException when a parameter would take the place of a value of the protocol */
    public static void refuse(ApiCall call, Collection<String> names, Set<String> common, String remedy) {
        Set<String> clashes = new TreeSet<>(names);
        clashes.retainAll(common);
        if (!clashes.isEmpty()) {
            throw new InvalidRequestException(call.name() + ": not sent: parameters " + String.join(", ", clashes)
                    + " have names that the signed request uses itself. " + remedy);
        }
    }
}
