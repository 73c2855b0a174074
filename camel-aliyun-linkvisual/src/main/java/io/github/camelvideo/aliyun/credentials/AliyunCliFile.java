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
import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.JsonFile;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.Profile;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.credentials.ProfileFormat;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Path;
import java.util.Map;

/** The file of Alibaba Cloud's command line tool: a JSON object with all profiles, one of which is the current one. */
final class AliyunCliFile {

    /** A role that is assumed by a role, and so on: more are a circle. */
    private static final int MAX_CHAIN = 8;

    private static final String TOKEN = "sts_token";

    private static final ProfileRoles ROLES =
            new ProfileRoles("ram_role_arn", "ram_session_name", "expired_seconds", "ram_role_name", "oidc_token_file");

    private static final ProfileFormat FORMAT = new ProfileFormat("profile", AliyunCliFile::find);

    private AliyunCliFile() {}

    /** @param profile name of the profile, or null for the current one */
    static ProfileCredentialsProvider profile(Path file, String profile) {
        return profile(file, profile, MAX_CHAIN);
    }

    private static ProfileCredentialsProvider profile(Path file, String profile, int links) {
        return new ProfileCredentialsProvider(file, profile, FORMAT, found -> read(found, links));
    }

    private static Map<String, String> find(Path file, String content, String profile) {
        ObjectNode config = JsonFile.object(file, content);
        String name = profile == null ? config.path("current").asText("default") : profile;
        for (JsonNode candidate : config.path("profiles")) {
            if (candidate.path("name").asText("").equals(name)) {
                return JsonFile.texts(candidate);
            }
        }
        return null;
    }

    private static CredentialsProvider read(Profile profile, int links) {
        String mode = profile.value("mode");
        return switch (mode) {
            case "AK", "" -> {
                if (profile.isWithoutAny("access_key_id", "access_key_secret")) {
                    throw new NoCredentialsException(
                            "file " + profile.file() + " has " + profile.name() + " without a key");
                }
                Credentials key = key(profile);
                yield new StaticCredentialsProvider(new Credentials(key.id(), key.secret()));
            }
            case "StsToken" -> {
                profile.required(TOKEN);
                yield new StaticCredentialsProvider(key(profile));
            }
            case "RamRoleArn" -> ROLES.assumed(profile, new StaticCredentialsProvider(key(profile)));
            case "ChainableRamRoleArn" -> {
                if (links == 0) {
                    throw profile.unusable("has a source_profile that leads back to it. Name one with a key.");
                }
                String source = profile.required("source_profile");
                yield ROLES.assumed(profile, profile(profile.file(), source, links - 1));
            }
            case "EcsRamRole" -> ROLES.instance(profile);
            case "OIDC" -> ROLES.oidc(profile);
            default ->
                throw profile.unusable(
                        "has mode " + mode + ", and only AK, StsToken, RamRoleArn, ChainableRamRoleArn,"
                                + " EcsRamRole and OIDC can be read. Give a credentialsProvider for other modes, or set ALIBABA_CLOUD_CLI_PROFILE_DISABLED=true.");
        };
    }

    private static Credentials key(Profile profile) {
        return profile.key("access_key_id", "access_key_secret", TOKEN);
    }
}
