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

/**
 * How a call is signed. As option text the vendor's own spelling works as well as the constant's: {@code TC3-HMAC-SHA256},
 * {@code HmacSHA256}, {@code HmacSHA1}.
 */
public enum SignMethod {
    /** Signature version 3: parameters travel as JSON, up to 10 MB. What the vendor recommends, and the default. */
    TC3_HMAC_SHA256,
    /** Signature version 1 with SHA-256: parameters travel as a form, up to 1 MB, without empty arrays. */
    HMAC_SHA256,
    /** Signature version 1 with SHA-1, for old gateways in front of the cloud. */
    HMAC_SHA1
}
