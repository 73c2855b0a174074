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
package io.github.camelvideo.kafka;

import io.github.camelvideo.catalog.ErrorCode;
import io.github.camelvideo.credentials.CredentialsUnavailableException;
import io.github.camelvideo.protocol.ApiException;

/**
 * Tells failures that another poll may not meet from those that only a person can end. Stateless.
 *
 * <p>Retried: no answer, an unreadable one, throttling, a failing vendor, a wrong clock, a provider of credentials that is not reachable.
 * With many partitions also whatever the vendor says of each of them. All else ends the task: credentials that are refused, a request that
 * the vendor does not accept, a position that cannot be used.
 */
final class FeedFailure {

    private FeedFailure() {}

    static boolean isRetriable(Throwable failure, boolean isPartitioned) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException refusal) {
                return refusal.isRetryable()
                        || refusal.getKind() == ErrorCode.Kind.CLOCK
                        || isPartitioned && refusal.getKind() == ErrorCode.Kind.OTHER;
            }
            if (cause instanceof CredentialsUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
