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
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Credentials from the file of Tencent's SDKs, {@code ~/.tencentcloud/credentials}: sections in brackets, in each
 * {@code secret_id}, {@code secret_key} and, for temporary credentials, {@code token}.
 *
 * <p>Read anew when the file has changed since the last time it was asked, so that another program may keep it fresh.
 */
public final class FileCredentials implements CredentialsProvider {

    /** The section read when none is named. */
    public static final String DEFAULT_PROFILE = ProfileCredentialsProvider.DEFAULT_PROFILE;

    private final ProfileCredentialsProvider section;

    /** The user's own file, section {@code default}. */
    public FileCredentials() {
        this(inHome(Path.of(System.getProperty("user.home"))), DEFAULT_PROFILE);
    }

    /**
     * @param file the file
     * @param profile name of the section
     */
    public FileCredentials(Path file, String profile) {
        this.section =
                new ProfileCredentialsProvider(file, profile, values -> values.key("secret_id", "secret_key", "token"));
    }

    static Path inHome(Path home) {
        return home.resolve(".tencentcloud").resolve("credentials");
    }

    /**
     * @throws NoCredentialsException when there is no such file or section
     * @throws InvalidRequestException when the section lacks the id or the key
     * @throws IOException when the file cannot be read
     */
    @Override
    public Credentials credentials() throws IOException {
        return section.credentials();
    }
}
