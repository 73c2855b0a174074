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
package io.github.camelvideo.tencent.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.client.StsCredentialsProvider;
import io.github.camelvideo.client.TemporaryKey;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.tencent.protocol.CloudApi3Protocol;
import io.github.camelvideo.tencent.protocol.HttpMethod;
import io.github.camelvideo.tencent.protocol.SignMethod;
import java.util.List;

/** Temporary keys of a role from Tencent Cloud's STS: an API 3.0 like the others, in a catalog of its own. */
abstract class TencentSts extends StsCredentialsProvider {

    private static final ApiCatalog STS =
            new Catalogs(List.of(CatalogDocument.of(TencentSts.class, "sts.json"))).get("sts");

    private static final int DURATION_SECONDS = 7200;
    private static final TemporaryKey KEY = new TemporaryKey("TmpSecretId", "TmpSecretKey", "Token");

    // the nonce belongs to other ways of signing
    private static final ApiProtocol PROTOCOL =
            new CloudApi3Protocol(SignMethod.TC3_HMAC_SHA256, HttpMethod.POST, null, () -> 1);

    private String region = "ap-guangzhou";

    TencentSts() {
        super(DURATION_SECONDS, "https://" + STS.endpoint());
    }

    /** The parameters that all actions have. */
    ObjectNode parameters() {
        return ExactJson.object()
                .put("RoleArn", required("roleArn", getRoleArn()))
                .put("RoleSessionName", required("roleSessionName", getRoleSessionName()))
                .put("DurationSeconds", getDurationSeconds());
    }

    /** @param signer what to sign with, or null for an action that is not signed */
    Credentials call(String action, ObjectNode parameters, Credentials signer, String remedy) {
        ApiCall call = new ApiCall(STS, STS.action(action), parameters, region);
        JsonNode response = client().call(call, PROTOCOL, target(), signer, getClock(), remedy)
                .body();
        return KEY.read(
                call.name() + " at " + getEndpointUrl(), response.path("Credentials"), response.path("ExpiredTime"));
    }

    public String getRegion() {
        return region;
    }

    /** Region that the call names; {@code ap-guangzhou} by default. */
    public void setRegion(String region) {
        this.region = region;
    }
}
