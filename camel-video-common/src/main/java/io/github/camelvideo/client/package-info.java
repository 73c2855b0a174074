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
 * Parameters become a signed HTTP call, and its answer a result: permits, attempts, time-outs, clock skew, credentials.
 *
 * <p>The only package that sees OkHttp. Promised to others: {@link io.github.camelvideo.client.ApiException} and its family,
 * {@link io.github.camelvideo.client.Credentials}, {@link io.github.camelvideo.client.CredentialsProvider} and
 * {@link io.github.camelvideo.client.ApiProtocol}; the rest is internal.
 */
package io.github.camelvideo.client;
