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
package io.github.camelvideo.credentials;

import io.github.camelvideo.request.InvalidRequestException;

/** A place was looked at and holds no credentials; another place may. The message names the place, never a value. */
public final class NoCredentialsException extends InvalidRequestException {

    private static final long serialVersionUID = 1L;

    /** @param message what was looked at, and what is missing there */
    public NoCredentialsException(String message) {
        super(message);
    }
}
