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
package io.github.camelvideo.callback;

/** Why a request is not taken, and how it is answered. The answer says no more than its status. */
public enum Refusal {
    METHOD(405, "its method is not POST"),
    ADDRESS(403, "its address is not in allowFrom"),
    ADDRESS_UNKNOWN(
            403,
            "the HTTP component does not report the address of the sender, so that allowFrom cannot be checked. Use platform-http, jetty"
                    + " or servlet, or filter addresses in front of the application and remove allowFrom"),
    SIZE(413, "its body is larger than callbackMaxBody"),
    SIGNATURE(403, "it is not signed with callbackKey. Compare the key with the one set at the vendor"),
    EXPIRED(403, "its signature expired long ago. If the vendor sent it, check the clock of this machine"),
    CONTENT(400, "its body is not a JSON object that can be read as an event"),
    REJECTED(403, "its content was rejected"),
    FULL(503, "too many events wait"),
    FAILED(503, "its events could not be stored or delivered"),
    STOPPED(503, "the route is stopped or suspended");

    private final int status;
    private final String reason;

    Refusal(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    /** For a log. */
    String reason() {
        return reason;
    }
}
