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
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.Profile;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The environment variables and the file in which Alibaba Cloud's own tools keep credentials. */
public final class AliyunCredentials {

    private static final String ACCESS_KEY_ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String ACCESS_KEY_SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String SECURITY_TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";
    private static final String FILE = "ALIBABA_CLOUD_CREDENTIALS_FILE";
    private static final String PROFILE = "ALIBABA_CLOUD_PROFILE";

    private static final String TOKEN = "security_token";

    /** A section without a type is read by what it holds. */
    private static final Set<String> READABLE = Set.of("access_key", "sts", "");

    private AliyunCredentials() {}

    /**
     * Searches the environment, then {@code ~/.alibabacloud/credentials.ini}, in the order of Alibaba Cloud's SDKs.
     * {@code ALIBABA_CLOUD_CREDENTIALS_FILE} names another file, {@code ALIBABA_CLOUD_PROFILE} another section than {@code default}.
     */
    public static CredentialsProviderChain defaultChain() {
        return defaultChain(System::getenv, Path.of(System.getProperty("user.home")));
    }

    static CredentialsProviderChain defaultChain(UnaryOperator<String> environment, Path home) {
        String file = EnvironmentVariableCredentialsProvider.value(environment, FILE);
        String profile = EnvironmentVariableCredentialsProvider.value(environment, PROFILE);
        return new CredentialsProviderChain(
                List.of(
                        fromEnvironment(environment),
                        fromFile(
                                file == null ? home.resolve(".alibabacloud/credentials.ini") : Path.of(file),
                                profile == null ? ProfileCredentialsProvider.DEFAULT_PROFILE : profile)),
                "Set accessKeyId and accessKeySecret, a credentialsProvider, or one of these.");
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
     * Reads {@code type}, {@code access_key_id}, {@code access_key_secret} and, for type {@code sts}, {@code security_token}. A section
     * with {@code enable = false} counts as missing.
     *
     * <p>Types {@code access_key} and {@code sts} are read. The others name a role or a service that hands out the key: for these,
     * implement {@link io.github.camelvideo.credentials.CredentialsProvider} with the vendor's own library.
     *
     * @param file file with sections in brackets
     * @param profile name of the section
     */
    public static ProfileCredentialsProvider fromFile(Path file, String profile) {
        return new ProfileCredentialsProvider(file, profile, AliyunCredentials::read);
    }

    private static Credentials read(Profile section) {
        if (section.value("enable").equalsIgnoreCase("false")) {
            throw new NoCredentialsException(
                    "file " + section.file() + " has section [" + section.name() + "] with enable=false");
        }
        String type = section.value("type");
        if (!READABLE.contains(type)) {
            throw section.unusable("is of type " + type
                    + ", and only access_key and sts can be read. Give a credentialsProvider for other types.");
        }
        Credentials key = section.key("access_key_id", "access_key_secret", TOKEN);
        if (type.equals("sts") && key.token() == null) {
            throw section.unusable("is of type sts and has no " + TOKEN + ".");
        }
        return type.equals("access_key") ? new Credentials(key.id(), key.secret()) : key;
    }
}
