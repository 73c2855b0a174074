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
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.Profile;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.protocol.Credentials;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Credentials from the file of Alibaba Cloud's SDKs, {@code ~/.alibabacloud/credentials.ini}: sections in brackets, in each
 * {@code type}, {@code access_key_id}, {@code access_key_secret} and, for type {@code sts}, {@code security_token}. A section with
 * {@code enable = false} counts as missing.
 *
 * <p>Types {@code access_key} and {@code sts} are read; the others name a role or a service that hands out the key. For these give a
 * {@link CredentialsProvider} that asks the vendor's own library. Read anew when the file has changed since the last time.
 */
public final class FileCredentials implements CredentialsProvider {

    /** The section read when none is named. */
    public static final String DEFAULT_PROFILE = ProfileCredentialsProvider.DEFAULT_PROFILE;

    private static final String TOKEN = "security_token";

    /** A section may leave its type out: then its parts tell. */
    private static final Set<String> READABLE = Set.of("access_key", "sts", "");

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
        this.section = new ProfileCredentialsProvider(file, profile, FileCredentials::read);
    }

    static Path inHome(Path home) {
        return home.resolve(".alibabacloud").resolve("credentials.ini");
    }

    /**
     * @throws NoCredentialsException when there is no such file or section, or it is not enabled
     * @throws InvalidRequestException when the section is of another type, or lacks a part of the key
     * @throws IOException when the file cannot be read
     */
    @Override
    public Credentials credentials() throws IOException {
        return section.credentials();
    }

    private static Credentials read(Profile profile) {
        if (profile.value("enable").equalsIgnoreCase("false")) {
            throw new NoCredentialsException(
                    "file " + profile.file() + " has section [" + profile.name() + "] with enable=false");
        }
        String type = profile.value("type");
        if (!READABLE.contains(type)) {
            throw profile.unusable("is of type " + type
                    + ", and only access_key and sts can be read. Give a credentialsProvider for other types.");
        }
        Credentials key = profile.key("access_key_id", "access_key_secret", TOKEN);
        if (type.equals("sts") && key.token() == null) {
            throw profile.unusable("is of type sts and has no " + TOKEN + ".");
        }
        return type.equals("access_key") ? new Credentials(key.id(), key.secret()) : key;
    }
}
