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

import io.github.camelvideo.protocol.SizeLimit;

/** How large calls of Tencent's protocols may be. */
final class SizeLimits {

    static final SizeLimit GET =
            new SizeLimit("The query of a GET", 32 * 1024, "Use httpMethod=POST, or send fewer items in one call.");

    static final SizeLimit FORM = new SizeLimit(
            "The body of a call signed with HmacSHA1 or HmacSHA256",
            1024 * 1024,
            "Use signMethod=TC3-HMAC-SHA256, or send fewer items in one call.");

    /** The documents of API 2.0 name no limit; a call that the newer protocol refuses is not tried with the older one. */
    static final SizeLimit API_2_FORM =
            new SizeLimit("The body of a call", 1024 * 1024, "Send fewer items in one call.");

    /** Nothing is documented for a query that cannot travel as a body; servers cut lines far longer than this. */
    static final SizeLimit QUERY_ONLY = new SizeLimit("The query of a call", 32 * 1024, "Send shorter parameters.");

    static final SizeLimit JSON =
            new SizeLimit("The body of a call", 10 * 1024 * 1024, "Send fewer items in one call.");

    private SizeLimits() {}
}
