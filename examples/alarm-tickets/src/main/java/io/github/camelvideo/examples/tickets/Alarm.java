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
package io.github.camelvideo.examples.tickets;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the desk needs to know of an alarm, as the vendor names it.
 *
 * @param id a name and no number: nobody counts with it, and text keeps every digit
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Alarm(
        @JsonProperty("Id") String id,
        @JsonProperty("DeviceName") String device,
        @JsonProperty("WarnChannel") String channel,
        @JsonProperty("WarnLevel") int level,
        @JsonProperty("WarnMode") int mode,
        @JsonProperty("WarnType") int type) {}
