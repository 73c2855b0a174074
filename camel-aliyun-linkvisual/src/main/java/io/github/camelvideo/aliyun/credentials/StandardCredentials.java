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

import io.github.camelvideo.credentials.CredentialsProviderChain;
import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The environment, then the user's file: where Alibaba Cloud's own SDKs look. {@code ALIBABA_CLOUD_CREDENTIALS_FILE} names another
 * file, {@code ALIBABA_CLOUD_PROFILE} another section of it.
 */
public final class StandardCredentials {

    private StandardCredentials() {}

    /** The places of this process. */
    public static CredentialsProviderChain chain() {
        return chain(System::getenv, Path.of(System.getProperty("user.home")));
    }

    static CredentialsProviderChain chain(UnaryOperator<String> environment, Path home) {
        String file = EnvironmentVariableCredentialsProvider.value(environment, "ALIBABA_CLOUD_CREDENTIALS_FILE");
        String profile = EnvironmentVariableCredentialsProvider.value(environment, "ALIBABA_CLOUD_PROFILE");
        return new CredentialsProviderChain(
                List.of(
                        new EnvironmentCredentials(environment),
                        new FileCredentials(
                                file == null ? FileCredentials.inHome(home) : Path.of(file),
                                profile == null ? FileCredentials.DEFAULT_PROFILE : profile)),
                "Set accessKeyId and accessKeySecret, a credentialsProvider, or one of these.");
    }
}
