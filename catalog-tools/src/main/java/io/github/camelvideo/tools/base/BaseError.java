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
package io.github.camelvideo.tools.base;

/**
 * An error code that every action may answer.
 *
 * @param kind what a caller can do about it, as in a catalog, or null
 * @param reason why it has this kind, or null
 * @param meaning what it means, in English
 */
public record BaseError(String code, String kind, String reason, String meaning) {}
