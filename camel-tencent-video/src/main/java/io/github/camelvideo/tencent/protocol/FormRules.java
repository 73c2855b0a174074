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
package io.github.camelvideo.tencent.protocol;

import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.DottedParameters;
import io.github.camelvideo.protocol.SizeLimit;
import java.util.Map;

/** What differs between the protocols that send all of a call as one signed form or query. */
enum FormRules {
    /** API 3.0 with signature version 1. */
    API_3(SizeLimits.FORM, "Use signMethod=TC3-HMAC-SHA256."),
    /** API 2.0. */
    API_2(SizeLimits.API_2_FORM, "Leave it out.");

    private final SizeLimit limit;
    private final String remedy;

    FormRules(SizeLimit limit, String remedy) {
        this.limit = limit;
        this.remedy = remedy;
    }

    /** How large a body may be. */
    SizeLimit limit() {
        return limit;
    }

    /** What to do about a parameter that cannot travel this way. */
    String remedy() {
        return remedy;
    }

    /** Parameters as flat text. API 2.0 counts the elements of an array from one. */
    Map<String, String> parameters(ApiCall call) {
        return this == API_2
                ? DottedParameters.of(call, 1, remedy)
                : DottedParameters.of(call, 0, Tc3Encoder.REMEDY_OF_A_QUERY);
    }

    /** What stands for a name in the signed text. API 2.0 signs dots for underscores and sends the underscores. */
    String signedName(String name) {
        return this == API_2 ? name.replace('_', '.') : name;
    }
}
