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
package io.github.camelvideo.tools.trial;

import java.time.Duration;
import java.util.Map;

/**
 * What a user may say.
 *
 * @param uri URI of an action, with options and parameters
 * @param catalogs folders and documents as the option {@code catalogs} of a component names them, or null
 * @param simulator whether a simulator is started and called
 * @param endpointUrl address to call instead of the vendor's own, or null
 * @param items number of items after which a feed ends; at least 1
 * @param timeout how long a feed waits for items of a cloud
 * @param body message body of a call, JSON, or null
 * @param options options of the endpoint and parameters of the action, over those of the URI
 * @param as what to run, or null for a feed if the action has one and there is no body
 */
public record TrialSettings(
        String uri,
        String catalogs,
        boolean simulator,
        String endpointUrl,
        int items,
        Duration timeout,
        String body,
        Map<String, String> options,
        As as) {

    /** What is run. */
    public enum As {
        FEED,
        CALL
    }
}
