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
package io.github.camelvideo.feed.read;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.protocol.ApiException;

/** What a failure says of the window that could not be read. Stateless. */
final class ReadFailure {

    private ReadFailure() {}

    /** Whether asking for less may help: not against a wrong key, a wrong clock, or too many calls. */
    static boolean mayDependOnWindow(RuntimeException failure) {
        return !(failure instanceof ApiException refusal)
                || refusal.getKind() != ErrorCode.Kind.CREDENTIALS
                        && refusal.getKind() != ErrorCode.Kind.CLOCK
                        && refusal.getKind() != ErrorCode.Kind.THROTTLED;
    }

    /** Whether the vendor answered and the answer is the trouble. An outage says nothing about a window. */
    static boolean isAnswer(RuntimeException failure) {
        return !(failure instanceof ApiException refusal)
                || refusal.getHttpResponseCode() >= 200 && refusal.getHttpResponseCode() < 300;
    }
}
