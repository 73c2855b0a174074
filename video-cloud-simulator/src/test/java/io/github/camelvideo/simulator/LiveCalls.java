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
package io.github.camelvideo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.catalog.Action;
import io.github.camelvideo.catalog.ApiCatalog;

/** Calls of the API live; single quotes in the request stand for double ones. */
record LiveCalls(VideoCloudSimulator simulator) {

    private static final ApiCatalog API = SimulatedApis.with(null).catalog("live");

    TestRequest request(String action, String parameters) {
        TestRequest request = new TestRequest(simulator, action).with(parameters.replace('\'', '"'));
        request.service = "live";
        request.version = "2018-08-01";
        request.region = API.action(action).region() == Action.RegionRule.REQUIRED ? "ap-guangzhou" : null;
        return request;
    }

    /** The content of {@code Response}; unless it is an error, it has exactly the declared fields. */
    JsonNode call(String action, String parameters) {
        JsonNode answer = request(action, parameters).answer();
        if (!answer.has("Error")) {
            new DeclaredShape(API, true).check(API.action(action), answer);
        }
        return answer;
    }

    /** The error code, or null. */
    String code(String action, String parameters) {
        return call(action, parameters).at("/Error/Code").textValue();
    }
}
