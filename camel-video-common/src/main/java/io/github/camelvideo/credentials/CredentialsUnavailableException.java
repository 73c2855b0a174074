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

/**
 * A place that hands out credentials was asked and did not: it does not answer, or it refuses. Asking again later may succeed. The
 * message names the place and the remedy, never a secret, and is shown to users.
 */
public final class CredentialsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message the place, what happened, and what to do
     * @param cause what happened in detail, or null; its message must not contain a secret either
     */
    public CredentialsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
