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
import io.github.camelvideo.credentials.JsonFile;
import io.github.camelvideo.credentials.NoCredentialsException;
import io.github.camelvideo.credentials.Profile;
import io.github.camelvideo.credentials.ProfileCredentialsProvider;
import io.github.camelvideo.credentials.ProfileFormat;
import io.github.camelvideo.credentials.StaticCredentialsProvider;
import java.nio.file.Path;

/** The files of Tencent Cloud's command line tool: a JSON object per profile, with a key, a key and a role, or the instance's role. */
final class TccliFile {

    private static final String ROLE = "role-arn";
    private static final String SESSION = "role-session-name";

    private static final ProfileFormat FORMAT =
            new ProfileFormat("profile", (file, content, profile) -> JsonFile.texts(JsonFile.object(file, content)));

    private TccliFile() {}

    /** @param directory the tool's directory, {@code ~/.tccli} */
    static ProfileCredentialsProvider profile(Path directory, String profile) {
        return new ProfileCredentialsProvider(
                directory.resolve(profile + ".credential"), profile, FORMAT, TccliFile::read);
    }

    private static CredentialsProvider read(Profile profile) {
        if (profile.value("type").equals("cvm-role")) {
            return new TencentInstanceRoleCredentialsProvider();
        }
        if (profile.isWithoutAny("secretId", "secretKey")) {
            throw new NoCredentialsException("file " + profile.file() + " has " + profile.name() + " without a key");
        }
        CredentialsProvider key = new StaticCredentialsProvider(profile.key("secretId", "secretKey", "token"));
        if (profile.value(ROLE).isEmpty()) {
            return key;
        }
        TencentAssumeRoleCredentialsProvider role = new TencentAssumeRoleCredentialsProvider();
        role.setCredentialsProvider(key);
        role.setRoleArn(profile.value(ROLE));
        role.setRoleSessionName(profile.required(SESSION));
        return role;
    }
}
