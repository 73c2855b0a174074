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
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The environment, the user's file, the machine's file: where Tencent's own SDKs look. */
public final class StandardCredentials {

    private StandardCredentials() {}

    /** The places of this process. */
    public static CredentialsProviderChain chain() {
        return chain(System::getenv, Path.of(System.getProperty("user.home")), Path.of("/etc"));
    }

    static CredentialsProviderChain chain(UnaryOperator<String> environment, Path home, Path etc) {
        return new CredentialsProviderChain(
                List.of(
                        new EnvironmentCredentials(environment),
                        new FileCredentials(FileCredentials.inHome(home), FileCredentials.DEFAULT_PROFILE),
                        new FileCredentials(
                                etc.resolve("tencentcloud").resolve("credentials"), FileCredentials.DEFAULT_PROFILE)),
                "Set secretId and secretKey, a credentialsProvider, or one of these.");
    }
}
