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

import io.github.camelvideo.credentials.CredentialsProvider;
import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import io.github.camelvideo.request.InvalidRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The environment variables and files in which Tencent Cloud's own tools keep credentials, or say where they come from. */
public final class TencentCredentials {

    private static final String SECRET_ID = "TENCENTCLOUD_SECRET_ID";
    private static final String SECRET_KEY = "TENCENTCLOUD_SECRET_KEY";
    private static final String ROLE_ARN = "TENCENTCLOUD_ROLE_ARN";
    private static final String ROLE_SESSION_NAME = "TENCENTCLOUD_ROLE_SESSION_NAME";
    private static final String FILE = "TENCENTCLOUD_CREDENTIALS_FILE";
    private static final String TCCLI_PROFILE = "TCCLI_PROFILE";

    private static final String TKE_REGION = "TKE_REGION";
    private static final String TKE_PROVIDER_ID = "TKE_PROVIDER_ID";
    private static final String TKE_TOKEN_FILE = "TKE_WEB_IDENTITY_TOKEN_FILE";
    private static final String TKE_ROLE_ARN = "TKE_ROLE_ARN";

    private static final String DEFAULT = ProfileCredentialsProvider.DEFAULT_PROFILE;

    /** The tools do not agree on one name. */
    private static final List<String> TOKENS =
            List.of("TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN", "TENCENTCLOUD_SECURITY_TOKEN");

    private TencentCredentials() {}

    /**
     * Searches the environment, the files of Tencent's SDKs and of its command line tool, and the identity token of a container
     * cluster (TKE), in the order of Tencent's SDKs. The role of an instance is not among them, since asking for it takes time on
     * every other machine: use {@link TencentInstanceRoleCredentialsProvider}.
     *
     * <p>With {@code TENCENTCLOUD_ROLE_ARN} and {@code TENCENTCLOUD_ROLE_SESSION_NAME}, the key of the environment assumes that role.
     */
    public static CredentialsProviderChain defaultChain() {
        return defaultChain(System::getenv, home(), etc());
    }

    static CredentialsProviderChain defaultChain(UnaryOperator<String> environment, Path home, Path etc) {
        List<CredentialsProvider> places = new ArrayList<>();
        places.add(environmentWithRole(environment));
        places.addAll(files(environment, home, etc, null));
        places.add(webIdentity(environment));
        return new CredentialsProviderChain(
                places, "Set secretId and secretKey, a credentialsProvider, or one of these.");
    }

    /** The environment and the files, without a role of the environment. */
    static CredentialsProviderChain keys() {
        List<CredentialsProvider> places = new ArrayList<>();
        places.add(fromEnvironment(System::getenv));
        places.addAll(files(System::getenv, home(), etc(), null));
        return new CredentialsProviderChain(places, "Set a credentialsProvider for the key that assumes the role.");
    }

    /**
     * Searches the files of Tencent's SDKs and of its command line tool for a profile. A file without the profile is passed over.
     *
     * @param profile name of the profile
     */
    public static CredentialsProviderChain profile(String profile) {
        return profile(System::getenv, home(), etc(), profile);
    }

    static CredentialsProviderChain profile(UnaryOperator<String> environment, Path home, Path etc, String profile) {
        return new CredentialsProviderChain(
                files(environment, home, etc, profile), "Add profile " + profile + " to one of these.");
    }

    /** @param profile name of the profile, or null for the one that counts by default */
    private static List<CredentialsProvider> files(
            UnaryOperator<String> environment, Path home, Path etc, String profile) {
        String named = EnvironmentVariableCredentialsProvider.value(environment, FILE);
        String tccli = EnvironmentVariableCredentialsProvider.value(environment, TCCLI_PROFILE);
        String section = profile == null ? DEFAULT : profile;
        List<CredentialsProvider> files = new ArrayList<>();
        if (named != null) {
            files.add(fromFile(Path.of(named), section));
        } else {
            files.add(fromFile(home.resolve(".tencentcloud/credentials"), section));
            files.add(fromFile(etc.resolve("tencentcloud/credentials"), section));
        }
        files.add(
                TccliFile.profile(home.resolve(".tccli"), profile != null ? profile : tccli != null ? tccli : DEFAULT));
        return files;
    }

    /**
     * Reads {@code TENCENTCLOUD_SECRET_ID}, {@code TENCENTCLOUD_SECRET_KEY} and, for temporary credentials, the first that is set of
     * {@code TENCENTCLOUD_SESSION_TOKEN}, {@code TENCENTCLOUD_TOKEN} and {@code TENCENTCLOUD_SECURITY_TOKEN}.
     *
     * @param environment value of a variable by its name, or null; {@code System::getenv} for this process
     */
    public static EnvironmentVariableCredentialsProvider fromEnvironment(UnaryOperator<String> environment) {
        return new EnvironmentVariableCredentialsProvider(environment, SECRET_ID, SECRET_KEY, TOKENS);
    }

    private static CredentialsProvider environmentWithRole(UnaryOperator<String> environment) {
        EnvironmentVariableCredentialsProvider key = fromEnvironment(environment);
        String role = EnvironmentVariableCredentialsProvider.value(environment, ROLE_ARN);
        String session = EnvironmentVariableCredentialsProvider.value(environment, ROLE_SESSION_NAME);
        if (role == null || session == null) {
            return key;
        }
        TencentAssumeRoleCredentialsProvider provider = new TencentAssumeRoleCredentialsProvider();
        provider.setCredentialsProvider(key);
        provider.setRoleArn(role);
        provider.setRoleSessionName(session);
        return provider;
    }

    /**
     * Exchanges the identity token of a pod of a container cluster (TKE) for a temporary key of the pod's role. Reads {@code TKE_REGION},
     * {@code TKE_PROVIDER_ID}, {@code TKE_WEB_IDENTITY_TOKEN_FILE} and {@code TKE_ROLE_ARN}, which the platform sets.
     */
    static CredentialsProvider webIdentity(UnaryOperator<String> environment) {
        return () -> {
            List<String> missing = List.of(TKE_REGION, TKE_PROVIDER_ID, TKE_TOKEN_FILE, TKE_ROLE_ARN).stream()
                    .filter(name -> EnvironmentVariableCredentialsProvider.value(environment, name) == null)
                    .toList();
            if (missing.contains(TKE_TOKEN_FILE)) {
                throw new NoCredentialsException("environment variable " + TKE_TOKEN_FILE + " is not set");
            }
            if (!missing.isEmpty()) {
                throw new InvalidRequestException("Credentials of a container cluster: " + TKE_TOKEN_FILE
                        + " is set, but not " + String.join(", ", missing) + ". Set all or none.");
            }
            TencentWebIdentityCredentialsProvider provider = new TencentWebIdentityCredentialsProvider();
            provider.setRegion(EnvironmentVariableCredentialsProvider.value(environment, TKE_REGION));
            provider.setProviderId(EnvironmentVariableCredentialsProvider.value(environment, TKE_PROVIDER_ID));
            provider.setWebIdentityTokenFile(EnvironmentVariableCredentialsProvider.value(environment, TKE_TOKEN_FILE));
            provider.setRoleArn(EnvironmentVariableCredentialsProvider.value(environment, TKE_ROLE_ARN));
            return provider.credentials();
        };
    }

    /**
     * Reads {@code secret_id}, {@code secret_key} and, for temporary credentials, {@code token}.
     *
     * @param file file with sections in brackets
     * @param profile name of the section
     */
    public static ProfileCredentialsProvider fromFile(Path file, String profile) {
        return new ProfileCredentialsProvider(
                file,
                profile,
                section -> new StaticCredentialsProvider(section.key("secret_id", "secret_key", "token")));
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    private static Path etc() {
        return Path.of("/etc");
    }
}
