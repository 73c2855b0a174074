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
package io.github.camelvideo.simulator.wire.cloudapi2;

/** Codes of the layer before the services. What a service says itself has five digits. */
final class Codes {

    static final String SUCCESS = "0";
    static final String BAD_PARAMETER = "4000";
    static final String NOT_SIGNED_RIGHT = "4100";
    static final String EXPIRED = "4200";
    static final String TOO_MANY_CALLS = "4400";
    static final String REPLAYED = "4500";
    static final String WRONG_PROTOCOL = "4600";
    static final String REFUSED_BY_SERVICE = "5100";
    static final String SERVER_ERROR = "6000";
    static final String NO_SUCH_ACTION = "6100";

    private static final int DIGITS_OF_SERVICES = 5;

    private Codes() {}

    static boolean isOfService(String code) {
        return code.length() == DIGITS_OF_SERVICES;
    }
}
