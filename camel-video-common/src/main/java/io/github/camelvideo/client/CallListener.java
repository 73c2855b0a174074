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
package io.github.camelvideo.client;

import io.github.camelvideo.protocol.ApiCall;

/**
 * Hears of calls. Called by whichever thread begins or ends one, and must neither wait nor throw. Retries are attempts of one call; each
 * page is a call of its own.
 */
public interface CallListener {

    /** A call begins; it has not been sent. */
    default void begun(ApiCall call) {}

    /** A call has ended, in whatever way; once for each that has begun. */
    void ended(EndedCall call);
}
