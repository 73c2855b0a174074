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
package io.github.camelvideo.simulator.wire.cloudapi3;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Authorization} header of TC3-HMAC-SHA256, taken apart.
 *
 * @param date day of the credential scope
 * @param service service of the credential scope
 * @param signedHeaders names in lower case, in the order of the header
 */
record Authorization(String secretId, String date, String service, List<String> signedHeaders, String signature) {

    static final String ALGORITHM = "TC3-HMAC-SHA256";

    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " Credential=([^/,\\s]+)/(\\d{4}-\\d{2}-\\d{2})/([^/,\\s]+)/tc3_request,\\s*"
            + "SignedHeaders=([a-z0-9;_-]+),\\s*Signature=([0-9a-f]{64})");

    /** The parts, or null when the header has another form. */
    static Authorization parse(String header) {
        Matcher parts = FORM.matcher(header.trim());
        return parts.matches()
                ? new Authorization(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        List.of(parts.group(4).split(";")),
                        parts.group(5))
                : null;
    }

    @Override
    public String toString() {
        return "Authorization[" + secretId + "/" + date + "/" + service + "]";
    }
}
