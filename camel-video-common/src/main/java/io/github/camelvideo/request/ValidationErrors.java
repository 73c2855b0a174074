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
package io.github.camelvideo.request;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one call, so that a user hears of all of it at once. */
final class ValidationErrors {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    int count() {
        return found.size();
    }

    /** @throws InvalidRequestException when there is any problem; one message for all, led by the name of the call */
    void throwIfAny(String call) {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(call + ": " + String.join("; ", found));
        }
    }
}
