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
 * Exchange and URI become the checked parameters of a call.
 *
 * <p>Internal, except {@link io.github.camelvideo.request.InvalidRequestException}. The way of a value:
 * {@link io.github.camelvideo.request.ParameterSources} reads it from URI, body or header,
 * {@link io.github.camelvideo.request.Coercion} gives it the type the catalog declares, and
 * {@link io.github.camelvideo.request.RequestParameters} says whether the whole may be sent.
 */
package io.github.camelvideo.request;
