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
import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.Profile;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The environment variables and the files in which Alibaba Cloud's own tools keep credentials, or say where they come from. */
public final class AliyunCredentials {

    private static final String ACCESS_KEY_ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String ACCESS_KEY_SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String SECURITY_TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";
    private static final String FILE = "ALIBABA_CLOUD_CREDENTIALS_FILE";
    private static final String PROFILE = "ALIBABA_CLOUD_PROFILE";

    private static final String TOKEN = "security_token";

    private static final String ROLE_ARN = "ALIBABA_CLOUD_ROLE_ARN";
    private static final String ROLE_SESSION_NAME = "ALIBABA_CLOUD_ROLE_SESSION_NAME";
    private static final String OIDC_PROVIDER_ARN = "ALIBABA_CLOUD_OIDC_PROVIDER_ARN";
    private static final String OIDC_TOKEN_FILE = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";
    private static final String STS_REGION = "ALIBABA_CLOUD_STS_REGION";
    private static final String VPC_ENDPOINT = "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED";
    private static final String CLI_DISABLED = "ALIBABA_CLOUD_CLI_PROFILE_DISABLED";
    private static final String METADATA = "ALIBABA_CLOUD_ECS_METADATA";
    private static final String METADATA_DISABLED = "ALIBABA_CLOUD_ECS_METADATA_DISABLED";
    private static final String IMDS_V1_DISABLED = "ALIBABA_CLOUD_IMDSV1_DISABLED";

    private static final ProfileRoles ROLES =
            new ProfileRoles("role_arn", "role_session_name", "duration_seconds", "role_name", "oidc_token_file_path");

    private AliyunCredentials() {}

    /**
     * Searches the environment, the identity token of a container cluster, the file of Alibaba Cloud's command line tool, the file of
     * its SDKs, and the role of this virtual machine, in the order of Alibaba Cloud's SDKs. {@code ALIBABA_CLOUD_PROFILE} names
     * another profile of the files.
     *
     * <p>The role of the machine is asked for only if {@code ALIBABA_CLOUD_ECS_METADATA} names it: on any other machine, asking takes
     * time. {@link AliyunInstanceRoleCredentialsProvider} does not need the name.
     */
    public static CredentialsProviderChain defaultChain() {
        return defaultChain(System::getenv, home());
    }

    static CredentialsProviderChain defaultChain(UnaryOperator<String> environment, Path home) {
        List<CredentialsProvider> places = new ArrayList<>();
        places.add(fromEnvironment(environment));
        places.add(oidc(environment));
        places.addAll(files(environment, home, value(environment, PROFILE)));
        if (value(environment, METADATA) != null && !isTrue(environment, METADATA_DISABLED)) {
            places.add(instance(environment));
        }
        return new CredentialsProviderChain(
                places, "Set accessKeyId and accessKeySecret, a credentialsProvider, or one of these.");
    }

    /**
     * Searches the files of Alibaba Cloud's command line tool and of its SDKs for a profile. A file without the profile is passed over.
     *
     * @param profile name of the profile
     */
    public static CredentialsProviderChain profile(String profile) {
        return profile(System::getenv, home(), profile);
    }

    static CredentialsProviderChain profile(UnaryOperator<String> environment, Path home, String profile) {
        return new CredentialsProviderChain(
                files(environment, home, profile), "Add profile " + profile + " to one of these.");
    }

    /** @param profile name of the profile, or null for the one that counts by default */
    private static List<CredentialsProvider> files(UnaryOperator<String> environment, Path home, String profile) {
        String named = value(environment, FILE);
        List<CredentialsProvider> files = new ArrayList<>();
        if (!isTrue(environment, CLI_DISABLED)) {
            files.add(AliyunCliFile.profile(home.resolve(".aliyun/config.json"), profile));
        }
        files.add(fromFile(
                named == null ? home.resolve(".alibabacloud/credentials.ini") : Path.of(named),
                profile == null ? ProfileCredentialsProvider.DEFAULT_PROFILE : profile));
        return files;
    }

    /** The token of a pod; missing unless the three variables are set, as the platform does. */
    private static CredentialsProvider oidc(UnaryOperator<String> environment) {
        String role = value(environment, ROLE_ARN);
        String provider = value(environment, OIDC_PROVIDER_ARN);
        String file = value(environment, OIDC_TOKEN_FILE);
        if (role == null || provider == null || file == null) {
            return () -> {
                throw new NoCredentialsException("environment variables " + ROLE_ARN + ", " + OIDC_PROVIDER_ARN
                        + " and " + OIDC_TOKEN_FILE + " are not all set");
            };
        }
        AliyunOidcCredentialsProvider oidc = new AliyunOidcCredentialsProvider();
        oidc.setRoleArn(role);
        oidc.setOidcProviderArn(provider);
        oidc.setOidcTokenFile(file);
        if (value(environment, ROLE_SESSION_NAME) != null) {
            oidc.setRoleSessionName(value(environment, ROLE_SESSION_NAME));
        }
        String region = value(environment, STS_REGION);
        if (region != null) {
            oidc.setEndpointUrl(AliyunSts.endpointUrl(region, isTrue(environment, VPC_ENDPOINT)));
        }
        return oidc;
    }

    private static CredentialsProvider instance(UnaryOperator<String> environment) {
        AliyunInstanceRoleCredentialsProvider instance = new AliyunInstanceRoleCredentialsProvider();
        instance.setRoleName(value(environment, METADATA));
        instance.setTokenRequired(isTrue(environment, IMDS_V1_DISABLED));
        return instance;
    }

    private static String value(UnaryOperator<String> environment, String name) {
        return EnvironmentVariableCredentialsProvider.value(environment, name);
    }

    private static boolean isTrue(UnaryOperator<String> environment, String name) {
        return Boolean.parseBoolean(value(environment, name));
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /**
     * Reads {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code ALIBABA_CLOUD_ACCESS_KEY_SECRET} and, for temporary credentials,
     * {@code ALIBABA_CLOUD_SECURITY_TOKEN}.
     *
     * @param environment value of a variable by its name, or null; {@code System::getenv} for this process
     */
    public static EnvironmentVariableCredentialsProvider fromEnvironment(UnaryOperator<String> environment) {
        return new EnvironmentVariableCredentialsProvider(
                environment, ACCESS_KEY_ID, ACCESS_KEY_SECRET, List.of(SECURITY_TOKEN));
    }

    /**
     * Reads a section by its {@code type}: {@code access_key} (a key), {@code sts} (a key with {@code security_token}),
     * {@code ram_role_arn} (a role that a key assumes), {@code ecs_ram_role} (the role of this virtual machine) or
     * {@code oidc_role_arn} (a role for the bearer of an identity token). A section with {@code enable = false} counts as missing.
     *
     * @param file file with sections in brackets
     * @param profile name of the section
     */
    public static ProfileCredentialsProvider fromFile(Path file, String profile) {
        return new ProfileCredentialsProvider(file, profile, AliyunCredentials::read);
    }

    private static CredentialsProvider read(Profile section) {
        if (section.value("enable").equalsIgnoreCase("false")) {
            throw new NoCredentialsException(
                    "file " + section.file() + " has " + section.name() + " with enable=false");
        }
        String type = section.value("type");
        return switch (type) {
            case "access_key" -> {
                Credentials key = key(section);
                yield new StaticCredentialsProvider(new Credentials(key.id(), key.secret()));
            }
            // a section without a type is read by what it holds
            case "" -> new StaticCredentialsProvider(key(section));
            case "sts" -> {
                Credentials key = key(section);
                if (key.token() == null) {
                    throw section.unusable("is of type sts and has no " + TOKEN + ".");
                }
                yield new StaticCredentialsProvider(key);
            }
            case "ram_role_arn" -> ROLES.assumed(section, new StaticCredentialsProvider(key(section)));
            case "ecs_ram_role" -> ROLES.instance(section);
            case "oidc_role_arn" -> ROLES.oidc(section);
            default ->
                throw section.unusable("is of type " + type
                        + ", and only access_key, sts, ram_role_arn, ecs_ram_role and oidc_role_arn can be read. Give a"
                        + " credentialsProvider for other types.");
        };
    }

    private static Credentials key(Profile section) {
        return section.key("access_key_id", "access_key_secret", TOKEN);
    }
}
