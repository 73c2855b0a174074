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

import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;

/**
 * Source of credentials that may change while routes run, such as temporary ones of a role.
 *
 * <p>A bean of this type given as {@code credentialsProvider} is asked when the credentials it gave last are about to expire
 * (or were refused), by one thread at a time, off the route's thread; it may block. What it gives is kept until then.
 */
@FunctionalInterface
public interface CredentialsProvider {

    /**
     * The credentials to use now.
     *
     * @return never null
     * @throws Exception when there are none; the calls that wait for them fail with it. The message of an
     *     {@link InvalidRequestException} (something must be set up) or a {@link CredentialsUnavailableException} (asking again
     *     may help) is shown to users, of others only the class and the cause
     */
    Credentials credentials() throws Exception;

    /** Where the credentials come from, without any of them, for a log line such as "key from environment variable X". */
    default String source() {
        return "credentialsProvider " + getClass().getName();
    }
}
