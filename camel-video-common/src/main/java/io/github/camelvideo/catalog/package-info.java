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
 * What can be called: the vendors' APIs as data.
 *
 * <p>One JSON document per API, read once and lazily, becomes an {@link io.github.camelvideo.catalog.ApiCatalog} of
 * immutable records. Nothing here knows Camel, HTTP or a vendor; everything else is driven from here.
 *
 * <p>Internal: shape and names may change between releases. The JSON format is described in the project's documents.
 */
package io.github.camelvideo.catalog;
