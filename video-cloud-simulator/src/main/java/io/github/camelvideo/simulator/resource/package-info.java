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
 * Plain records: created, read, listed, changed and deleted by actions that are declared as data.
 *
 * <p>The resource {@code records/<api>.json} declares the kinds of an API: their names, how ids are made, what they refer to, what
 * prevents a deletion, and which action does what. No class in this package names an action. Internal.
 */
package io.github.camelvideo.simulator.resource;
