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
package io.github.camelvideo.feed.position;

/** A position cannot be stored in the transaction of a route, because of how the application is configured: the next item would fail too. */
public final class NotTransactedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, and what to do */
    public NotTransactedException(String message) {
        super(message);
    }
}
