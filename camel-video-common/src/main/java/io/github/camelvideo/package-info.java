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
 * The Camel side of the engine: component, endpoint, producer and consumers that the vendors' components extend.
 *
 * <p>Vendor modules extend {@link io.github.camelvideo.VideoComponent}, {@link io.github.camelvideo.VideoEndpoint},
 * {@link io.github.camelvideo.VideoConfiguration} and {@link io.github.camelvideo.VideoSendDynamicAware}, and name their headers with
 * {@link io.github.camelvideo.binding.HeaderNames}; the rest is internal. Users meet it as options, headers and messages.
 */
package io.github.camelvideo;
