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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The base document of an API: what the vendor's definitions say about it, without what people know besides. It is written by an
 * import and never edited; what people know is in the overlay beside it.
 *
 * @param api name in URIs and of the file
 * @param title what the vendor calls the API, or null
 * @param version API version sent with calls
 * @param asOf date of the vendor's definitions, or null where a document does not say it
 * @param protocol id of the wire protocol
 * @param endpoint host name calls go to
 * @param region whether calls carry a region: {@code required}, {@code optional} or {@code none}; null means none
 * @param regions regions that may be named; empty if the definitions do not list them
 * @param commonRequest parameters of every action that the protocol fills in
 * @param actions actions by name, in the order of the definitions
 * @param errors codes that every action may answer
 * @param types structures by name, in the order of the definitions
 */
public record BaseCatalog(
        String api,
        String title,
        String version,
        LocalDate asOf,
        String protocol,
        String endpoint,
        String region,
        List<String> regions,
        List<BaseField> commonRequest,
        Map<String, BaseAction> actions,
        List<BaseError> errors,
        Map<String, List<BaseField>> types) {}
