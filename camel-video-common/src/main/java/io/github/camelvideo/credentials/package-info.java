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
/**
 * Where credentials come from: static ones, the environment, files of the vendors' tools, one after the other, and a cache that refreshes
 * temporary ones before they expire. The vendors' modules say which names and files.
 *
 * <p>Promised to others: {@link io.github.camelvideo.credentials.CredentialsProvider},
 * {@link io.github.camelvideo.credentials.CredentialsProviderChain}, to be used as {@code credentialsProvider}, and
 * {@link io.github.camelvideo.credentials.NoCredentialsException}, which a provider in a chain throws when it has none, and
 * {@link io.github.camelvideo.credentials.CredentialsUnavailableException}, which a provider throws when the place it asks fails.
 */
package io.github.camelvideo.credentials;
