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
 * The vendor SPI: what a vendor's module implements and what it is given for it, promised as a whole.
 *
 * <p>{@link io.github.camelvideo.protocol.ApiProtocol} turns an {@link io.github.camelvideo.protocol.ApiCall} into a signed
 * {@link io.github.camelvideo.protocol.WireRequest} and a {@link io.github.camelvideo.protocol.WireResponse} into an
 * {@link io.github.camelvideo.protocol.ApiResponse}, or throws an {@link io.github.camelvideo.protocol.ApiException}. The other classes
 * are encodings that protocols share. No HTTP client is visible here.
 */
package io.github.camelvideo.protocol;
