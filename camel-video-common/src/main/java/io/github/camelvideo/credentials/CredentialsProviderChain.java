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
import java.util.ArrayList;
import java.util.List;

/**
 * Asks several places for credentials, in order, and takes the first that has some.
 *
 * <p>A place that is set up by half (an id without its key) or cannot be read ends the search with its error: going on could
 * silently use another account.
 */
public final class CredentialsProviderChain implements CredentialsProvider {

    private final List<CredentialsProvider> places;
    private final String advice;
    private volatile CredentialsProvider last;

    public CredentialsProviderChain(List<? extends CredentialsProvider> places) {
        this(places, "Set up one of these.");
    }

    /** @param advice sentence that tells what to do when no place has any */
    public CredentialsProviderChain(List<? extends CredentialsProvider> places, String advice) {
        this.places = List.copyOf(places);
        this.advice = advice;
    }

    /** The place that gave credentials last. */
    @Override
    public String source() {
        CredentialsProvider found = last;
        return found == null ? CredentialsProvider.super.source() : found.source();
    }

    /** @throws NoCredentialsException naming every place that was looked at */
    @Override
    public Credentials credentials() throws Exception {
        List<String> misses = new ArrayList<>();
        for (CredentialsProvider place : places) {
            try {
                Credentials found = place.credentials();
                last = place;
                return found;
            } catch (NoCredentialsException e) {
                misses.add(e.getMessage());
            }
        }
        throw new NoCredentialsException("No credentials found: " + String.join("; ", misses) + ". " + advice);
    }
}
