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

import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The environment variables and files in which Tencent Cloud's own tools keep credentials. */
public final class TencentCredentials {

    private static final String SECRET_ID = "TENCENTCLOUD_SECRET_ID";
    private static final String SECRET_KEY = "TENCENTCLOUD_SECRET_KEY";

    /** The tools do not agree on one name. */
    private static final List<String> TOKENS =
            List.of("TENCENTCLOUD_SESSION_TOKEN", "TENCENTCLOUD_TOKEN", "TENCENTCLOUD_SECURITY_TOKEN");

    private TencentCredentials() {}

    /**
     * Searches the environment, then {@code ~/.tencentcloud/credentials}, then {@code /etc/tencentcloud/credentials}, in the order of
     * Tencent's SDKs. Files are read by their section {@code default}.
     */
    public static CredentialsProviderChain defaultChain() {
        return defaultChain(System::getenv, Path.of(System.getProperty("user.home")), Path.of("/etc"));
    }

    static CredentialsProviderChain defaultChain(UnaryOperator<String> environment, Path home, Path etc) {
        return new CredentialsProviderChain(
                List.of(
                        fromEnvironment(environment),
                        fromFile(home.resolve(".tencentcloud/credentials"), ProfileCredentialsProvider.DEFAULT_PROFILE),
                        fromFile(etc.resolve("tencentcloud/credentials"), ProfileCredentialsProvider.DEFAULT_PROFILE)),
                "Set secretId and secretKey, a credentialsProvider, or one of these.");
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

    /**
     * Reads {@code secret_id}, {@code secret_key} and, for temporary credentials, {@code token}.
     *
     * @param file file with sections in brackets
     * @param profile name of the section
     */
    public static ProfileCredentialsProvider fromFile(Path file, String profile) {
        return new ProfileCredentialsProvider(
                file, profile, section -> section.key("secret_id", "secret_key", "token"));
    }
}
