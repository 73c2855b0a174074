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

import io.github.camelvideo.protocol.Credentials;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Credentials from a named profile of a file, such as the vendors' tools keep in the user's home. A profile holds a key, or says where
 * one comes from.
 *
 * <p>Read anew when the file has changed since the last time it was asked, so that another program may keep it fresh.
 */
public final class ProfileCredentialsProvider implements CredentialsProvider {

    /** The section read when none is named. */
    public static final String DEFAULT_PROFILE = "default";

    private final Path file;
    private final String profile;
    private final ProfileFormat format;
    private final Function<Profile, CredentialsProvider> reader;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>();

    private record Loaded(FileTime modified, long size, CredentialsProvider provider) {}

    /**
     * A profile that is a section of a file with sections in brackets.
     *
     * @param file the file
     * @param profile name of the section
     * @param reader reads the section; throws what {@link #credentials()} may throw, but nothing checked
     */
    public ProfileCredentialsProvider(Path file, String profile, Function<Profile, CredentialsProvider> reader) {
        this(file, profile, ProfileFormat.INI, reader);
    }

    /**
     * A profile of a file of any format.
     *
     * @param profile name of the profile, as the format understands it
     * @param reader reads the profile; throws what {@link #credentials()} may throw, but nothing checked
     */
    public ProfileCredentialsProvider(
            Path file, String profile, ProfileFormat format, Function<Profile, CredentialsProvider> reader) {
        this.file = file;
        this.profile = profile;
        this.format = format;
        this.reader = reader;
    }

    /**
     * @throws NoCredentialsException when there is no such file or profile
     * @throws io.github.camelvideo.request.InvalidRequestException when the profile cannot be used
     * @throws IOException when the file cannot be read
     */
    @Override
    public Credentials credentials() throws Exception {
        return provider().credentials();
    }

    private CredentialsProvider provider() throws IOException {
        if (!Files.exists(file)) {
            throw new NoCredentialsException("file " + file + " does not exist");
        }
        // looked at before reading: a change in between is seen the next time
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Loaded last = loaded.get();
        if (last != null && last.modified().equals(attributes.lastModifiedTime()) && last.size() == attributes.size()) {
            return last.provider();
        }
        CredentialsProvider read = read();
        loaded.set(new Loaded(attributes.lastModifiedTime(), attributes.size(), read));
        return read;
    }

    @Override
    public String source() {
        return "file " + file + (profile == null ? "" : ", " + format.unit() + " [" + profile + "]");
    }

    private CredentialsProvider read() throws IOException {
        Map<String, String> values = format.profile(file, content(), profile);
        if (values == null) {
            throw new NoCredentialsException(
                    "file " + file + " has no " + format.unit() + (profile == null ? "" : " [" + profile + "]"));
        }
        return reader.apply(new Profile(file, format.unit() + (profile == null ? "" : " [" + profile + "]"), values));
    }

    private String content() throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException("Credentials from file " + file + ": not text in UTF-8. Save it as UTF-8.", e);
        }
    }
}
