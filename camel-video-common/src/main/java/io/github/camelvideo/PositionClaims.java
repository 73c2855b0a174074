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
package io.github.camelvideo;

import io.github.camelvideo.request.InvalidRequestException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.StateRepository;

/**
 * Which positions the running feeds of a component use: two feeds that store under one name would lose what the other one read.
 * Used by the threads that start and stop routes.
 */
final class PositionClaims {

    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();

    /** A name in a repository; the same repository is the same object. */
    private record Claim(StateRepository<String, String> repository, String key) {}

    /**
     * @throws InvalidRequestException when a running feed stores there
     */
    void take(String feed, StateRepository<String, String> repository, String key) {
        if (!claims.add(new Claim(repository, key))) {
            throw new InvalidRequestException(feed + ": another running route keeps its position under '" + key
                    + "' in the same offsetRepository. Set another offsetKey on one of them.");
        }
    }

    void release(StateRepository<String, String> repository, String key) {
        claims.remove(new Claim(repository, key));
    }
}
