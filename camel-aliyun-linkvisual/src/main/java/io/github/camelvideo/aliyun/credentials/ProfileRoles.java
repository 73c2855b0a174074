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

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.Profile;

/**
 * Providers for what a profile says of a role. The vendor's SDKs and its command line tool name the same values differently.
 *
 * @param roleArn name of the role
 * @param sessionName name of the session's name
 * @param duration name of the validity in seconds
 * @param instanceRole name of the role attached to a virtual machine
 * @param tokenFile name of the path of an identity token
 */
record ProfileRoles(String roleArn, String sessionName, String duration, String instanceRole, String tokenFile) {

    /** The role attached to this virtual machine. */
    CredentialsProvider instance(Profile profile) {
        AliyunInstanceRoleCredentialsProvider provider = new AliyunInstanceRoleCredentialsProvider();
        if (!profile.value(instanceRole).isEmpty()) {
            provider.setRoleName(profile.value(instanceRole));
        }
        return provider;
    }

    /** A role that a key assumes. */
    CredentialsProvider assumed(Profile profile, CredentialsProvider key) {
        AliyunAssumeRoleCredentialsProvider provider = new AliyunAssumeRoleCredentialsProvider();
        provider.setCredentialsProvider(key);
        if (!profile.value("external_id").isEmpty()) {
            provider.setExternalId(profile.value("external_id"));
        }
        return role(profile, provider);
    }

    /** A role for the bearer of an identity token. */
    CredentialsProvider oidc(Profile profile) {
        AliyunOidcCredentialsProvider provider = new AliyunOidcCredentialsProvider();
        provider.setOidcProviderArn(profile.required("oidc_provider_arn"));
        provider.setOidcTokenFile(profile.required(tokenFile));
        return role(profile, provider);
    }

    private AliyunSts role(Profile profile, AliyunSts provider) {
        provider.setRoleArn(profile.required(roleArn));
        provider.setDurationSeconds(profile.number(duration, provider.getDurationSeconds()));
        if (!profile.value(sessionName).isEmpty()) {
            provider.setRoleSessionName(profile.value(sessionName));
        }
        if (!profile.value("policy").isEmpty()) {
            provider.setPolicy(profile.value("policy"));
        }
        String region = profile.value("sts_region");
        if (!region.isEmpty()) {
            provider.setEndpointUrl(
                    AliyunSts.endpointUrl(region, profile.value("enable_vpc").equals("true")));
        }
        return provider;
    }
}
