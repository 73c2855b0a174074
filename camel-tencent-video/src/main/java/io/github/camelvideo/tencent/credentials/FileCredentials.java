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

import io.github.camelvideo.client.Credentials;
import io.github.camelvideo.client.CredentialsProvider;
import io.github.camelvideo.request.InvalidRequestException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Credentials from the file of Tencent's SDKs, {@code ~/.tencentcloud/credentials}: sections in brackets, in each
 * {@code secret_id}, {@code secret_key} and, for temporary credentials, {@code token}.
 *
 * <p>Read anew when the file has changed since the last time it was asked, so that another program may keep it fresh.
 */
public final class FileCredentials implements CredentialsProvider {

    /** The section read when none is named. */
    public static final String DEFAULT_PROFILE = "default";

    private final Path file;
    private final String profile;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>();

    private record Loaded(FileTime modified, long size, Credentials credentials) {}

    /** The user's own file, section {@code default}. */
    public FileCredentials() {
        this(inHome(Path.of(System.getProperty("user.home"))), DEFAULT_PROFILE);
    }

    /**
     * @param file the file
     * @param profile name of the section
     */
    public FileCredentials(Path file, String profile) {
        this.file = file;
        this.profile = profile;
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
        if (!Files.exists(file)) {
            throw new NoCredentialsException("file " + file + " does not exist");
        }
        // looked at before reading: a change in between is seen the next time
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Loaded last = loaded.get();
        if (last != null && last.modified().equals(attributes.lastModifiedTime()) && last.size() == attributes.size()) {
            return last.credentials();
        }
        Credentials read = read();
        loaded.set(new Loaded(attributes.lastModifiedTime(), attributes.size(), read));
        return read;
    }

    private Credentials read() throws IOException {
        Map<String, String> section = IniFile.section(lines(), profile);
        if (section == null) {
            throw new NoCredentialsException("file " + file + " has no section [" + profile + "]");
        }
        String token = section.getOrDefault("token", "");
        return new Credentials(
                value(section, "secret_id"), value(section, "secret_key"), token.isEmpty() ? null : token, null);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IOException("Credentials from file " + file + ": not text in UTF-8. Save it as UTF-8.", e);
        }
    }

    private String value(Map<String, String> section, String name) {
        String value = section.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new InvalidRequestException("Credentials from file " + file + ": section [" + profile + "] has no "
                    + name + ". It needs secret_id and secret_key.");
        }
        return value;
    }
}
