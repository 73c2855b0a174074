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
package io.github.camelvideo.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvideo.aliyun.protocol.RpcProtocol;
import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogDocument;
import io.github.camelvideo.catalog.Catalogs;
import io.github.camelvideo.client.StsCredentialsProvider;
import io.github.camelvideo.client.TemporaryKey;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.protocol.ApiCall;
import io.github.camelvideo.protocol.ApiProtocol;
import io.github.camelvideo.protocol.Credentials;
import java.util.List;
import java.util.UUID;

/** Temporary keys of a role from Alibaba Cloud's STS: an RPC API like Link Visual, in a catalog of its own. */
abstract class AliyunSts extends StsCredentialsProvider {

    private static final ApiCatalog STS =
            new Catalogs(List.of(CatalogDocument.of(AliyunSts.class, "sts.json"))).get("sts");

    private static final int DURATION_SECONDS = 3600;
    private static final TemporaryKey KEY = new TemporaryKey("AccessKeyId", "AccessKeySecret", "SecurityToken");
    private static final ApiProtocol PROTOCOL =
            new RpcProtocol(null, () -> UUID.randomUUID().toString());

    private String policy;

    AliyunSts() {
        super(DURATION_SECONDS, "https://" + STS.endpoint());
    }

    /** The address of a region's service, inside its networks (VPC) or on the internet. */
    static String endpointUrl(String region, boolean vpc) {
        return "https://" + (vpc ? "sts-vpc." : "sts.") + region + ".aliyuncs.com";
    }

    /** The parameters that all actions have. */
    ObjectNode parameters() {
        ObjectNode parameters = ExactJson.object()
                .put("RoleArn", required("roleArn", getRoleArn()))
                .put("RoleSessionName", required("roleSessionName", getRoleSessionName()))
                .put("DurationSeconds", getDurationSeconds());
        if (policy != null) {
            parameters.put("Policy", policy);
        }
        return parameters;
    }

    /** @param signer what to sign with, or null for an action that is not signed */
    Credentials call(String action, ObjectNode parameters, Credentials signer, String remedy) {
        ApiCall call = new ApiCall(STS, STS.action(action), parameters, null);
        JsonNode key = client().call(call, PROTOCOL, target(), signer, getClock(), remedy)
                .body()
                .path("Credentials");
        return KEY.read(call.name() + " at " + getEndpointUrl(), key, key.path("Expiration"));
    }

    public String getPolicy() {
        return policy;
    }

    /** Policy that narrows what the keys may do, as JSON. By default they may do what the role may do. */
    public void setPolicy(String policy) {
        this.policy = policy;
    }
}
