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

/** Calls of the API live; single quotes in the request stand for double ones. */
record LiveCalls(VideoCloudSimulator simulator) {

    static final String ANY_REGION = "ap-guangzhou";

    TestRequest request(String action, String parameters) {
        TestRequest request = new TestRequest(simulator, action).with(parameters.replace('\'', '"'));
        request.service = "live";
        request.version = "2018-08-01";
        request.region = null;
        return request;
    }

    /** The content of {@code Response}. */
    JsonNode call(String action, String parameters) {
        return request(action, parameters).answer();
    }

    /** Likewise, of an action that needs a region. */
    JsonNode callInRegion(String action, String parameters) {
        TestRequest request = request(action, parameters);
        request.region = ANY_REGION;
        return request.answer();
    }

    /** The error code, or null. */
    String code(String action, String parameters) {
        return request(action, parameters).code();
    }
}
