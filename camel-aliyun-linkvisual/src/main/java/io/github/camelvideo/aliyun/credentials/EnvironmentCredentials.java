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
import io.github.camelvideo.credentials.EnvironmentVariableCredentialsProvider;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Credentials from the environment variables of Alibaba Cloud's tools: {@code ALIBABA_CLOUD_ACCESS_KEY_ID},
 * {@code ALIBABA_CLOUD_ACCESS_KEY_SECRET} and, for temporary credentials, {@code ALIBABA_CLOUD_SECURITY_TOKEN}. An empty variable
 * counts as not set.
 */
public final class EnvironmentCredentials implements CredentialsProvider {

    private final EnvironmentVariableCredentialsProvider variables;

    /** The environment of this process. */
    public EnvironmentCredentials() {
        this(System::getenv);
    }

    /** @param environment value of a variable by its name, or null */
    public EnvironmentCredentials(UnaryOperator<String> environment) {
        this.variables = new EnvironmentVariableCredentialsProvider(
                environment,
                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                List.of("ALIBABA_CLOUD_SECURITY_TOKEN"));
    }

    /**
     * @throws NoCredentialsException when neither id nor secret is set
     * @throws InvalidRequestException when only one of them is set
     */
    @Override
    public Credentials credentials() {
        return variables.credentials();
    }
}
