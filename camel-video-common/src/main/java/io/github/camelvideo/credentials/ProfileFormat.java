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
package io.github.camelvideo.credentials;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a credentials file is written.
 *
 * @param unit what messages call the part of the file that is a profile
 * @param parser finds a profile
 */
public record ProfileFormat(String unit, Parser parser) {

    /** Sections in brackets with {@code name = value} lines. */
    public static final ProfileFormat INI =
            new ProfileFormat("section", (file, content, profile) -> IniFile.section(content, profile));

    /** Finds a profile in the content of a file. */
    @FunctionalInterface
    public interface Parser {

        /**
         * @param file the file, for messages
         * @param content the whole file
         * @param profile name of the profile
         * @return values by name, or null when there is no such profile
         * @throws io.github.camelvideo.request.InvalidRequestException when the file is not of this format
         */
        Map<String, String> profile(Path file, String content, String profile);
    }

    Map<String, String> profile(Path file, String content, String profile) {
        return parser.profile(file, content, profile);
    }
}
