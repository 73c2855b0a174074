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
package io.github.camelvideo.tools.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.json.RefusedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads JSON files. Memory is bounded: a file has at most {@value #MAX_MEGABYTES} MiB, 3,000,000 JSON tokens and 1,000 levels.
 */
public final class JsonFile {

    /** Largest file that is read, in MiB. The largest definitions of the vendors have about 3. */
    public static final int MAX_MEGABYTES = 64;

    private JsonFile() {}

    /**
     * A JSON file whose content is an object.
     *
     * @throws DocumentException if it cannot be read, is too large or is not such JSON
     */
    public static Place load(Path file) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        try {
            if (Files.isDirectory(file)) {
                throw new DocumentException(file + ": is a folder. Give a file.");
            }
            long size = Files.size(file);
            if (size > MAX_MEGABYTES * 1024L * 1024L) {
                throw new DocumentException(file + ": has " + size / 1024 / 1024 + " MiB; at most " + MAX_MEGABYTES
                        + " MiB are read. Give the definitions of one service.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return object(Place.root(name, ExactJson.parse(in)));
            }
        } catch (JsonProcessingException e) {
            throw new DocumentException(file + ": is not JSON that can be used: " + words(e) + ".", e);
        } catch (NoSuchFileException e) {
            throw new DocumentException(file + ": does not exist.", e);
        } catch (IOException e) {
            throw new DocumentException(file + ": cannot be read (" + e + ").", e);
        }
    }

    private static Place object(Place root) {
        JsonNode json = root.json();
        if (!json.isObject()) {
            throw root.must("be an object");
        }
        return root;
    }

    private static String words(JsonProcessingException problem) {
        RefusedJsonException refused = RefusedJsonException.withoutQuotation(problem);
        JsonLocation location = refused.getLocation();
        return refused.getOriginalMessage() + (location == null ? "" : refused.where());
    }
}
