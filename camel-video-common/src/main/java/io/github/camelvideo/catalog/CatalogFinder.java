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
package io.github.camelvideo.catalog;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the documents of catalogs: those that jars list for a component, and those that the option {@code catalogs} names.
 *
 * <p>A jar lists its documents in the resource {@code META-INF/camel-video/<component>.catalogs}: one resource of the class path in
 * each line, without a slash before it; a line that begins with {@code #} is a comment. Documents of this library come first, so that
 * those of other jars are over them; documents of the option are over all.
 */
public final class CatalogFinder {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogFinder.class);

    private static final String INDEX = "META-INF/camel-video/%s.catalogs";
    private static final String OURS = "io/github/camelvideo/";
    private static final String FILE = "file:";
    private static final String CLASS_PATH = "classpath:";

    private final ClassLoader loader;
    private final Map<String, CatalogDocument> found = new LinkedHashMap<>();

    private CatalogFinder(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The documents, the later ones over the earlier ones.
     *
     * @param loader sees the jars
     * @param schemes the components to find documents for
     * @param locations the option: folders and documents, separated by commas, each with {@code file:} or {@code classpath:} before
     *     it; or null or blank for none
     * @throws IllegalArgumentException when a location does not exist or is no document of a catalog
     */
    public static List<CatalogDocument> find(ClassLoader loader, Collection<String> schemes, String locations) {
        return new CatalogFinder(loader).find(schemes, locations);
    }

    private List<CatalogDocument> find(Collection<String> schemes, String locations) {
        schemes.stream()
                .flatMap(this::listed)
                .sorted(Comparator.comparing(entry -> !entry.name().startsWith(OURS)))
                .forEach(this::entry);
        if (locations != null) {
            Stream.of(locations.split(","))
                    .map(String::strip)
                    .filter(location -> !location.isEmpty())
                    .forEach(this::location);
        }
        return List.copyOf(found.values());
    }

    /** A line of the index of a jar. */
    private record Entry(URL index, String name) {}

    private Stream<Entry> listed(String scheme) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX.formatted(scheme)))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            // editors of Windows begin a file with it
                            .map(line -> line.replace("\uFEFF", "").strip())
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(name -> entries.add(new Entry(index, name)));
                }
            }
        } catch (IOException e) {
            throw new CatalogException("The indexes " + INDEX.formatted(scheme) + " cannot be read", e);
        }
        return entries.stream();
    }

    /** What is wrong with one jar must not stop the APIs of the others: it is reported when its own API is used. */
    private void entry(Entry entry) {
        String name = entry.name();
        String place = CLASS_PATH + name;
        URL url = loader.getResource(name);
        CatalogDocument document = CatalogDocument.of(
                fileName(name),
                place,
                url != null
                        ? url::openStream
                        : () -> {
                            throw new FileNotFoundException(
                                    "it is listed in " + entry.index() + " but is not on the class path");
                        });
        if (document == null) {
            LOG.warn(
                    "{} lists {}, which is ignored because of its name. Rename it, for example to com/example/my-api.json"
                            + " or com/example/my-api.overlay.json.",
                    entry.index(),
                    name);
            return;
        }
        if (!name.startsWith(OURS)) {
            warnOfHidden(name, url);
        }
        found.put(place, document);
    }

    /** Copies of our own are expected: the simulator carries them. */
    private void warnOfHidden(String name, URL read) {
        try {
            List<URL> hidden = new ArrayList<>(new LinkedHashSet<>(Collections.list(loader.getResources(name))));
            hidden.remove(read);
            if (!hidden.isEmpty()) {
                LOG.warn(
                        "{} is read from {}; the copies in {} are ignored. Move one of them to another folder.",
                        CLASS_PATH + name,
                        read,
                        hidden);
            }
        } catch (IOException e) {
            throw new CatalogException("The resources " + name + " cannot be listed", e);
        }
    }

    private void location(String location) {
        if (location.startsWith(CLASS_PATH)) {
            // a slash at the begin means the same to Camel
            resource(location.substring(CLASS_PATH.length()).replaceFirst("^/+", ""));
        } else if (location.startsWith(FILE) && location.length() > FILE.length()) {
            file(location, location.substring(FILE.length()));
        } else {
            throw new IllegalArgumentException("catalogs: '" + location
                    + "' must begin with file: or classpath:, followed by a path, such as file:catalogs for a folder");
        }
    }

    private void resource(String name) {
        URL url = loader.getResource(name);
        String place = CLASS_PATH + name;
        if (url == null) {
            throw new IllegalArgumentException("catalogs: " + place + " does not exist. Correct the option.");
        }
        add(fileName(name), place, url::openStream);
    }

    private static String fileName(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private void file(String location, String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                folder(path);
            } else if (Files.isRegularFile(path)) {
                add(path);
            } else {
                throw new IllegalArgumentException("catalogs: file or folder " + path.toAbsolutePath()
                        + " does not exist. Correct " + location + ".");
            }
        } catch (InvalidPathException | IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("catalogs: " + location + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Files of other kinds may lie there, too. */
    private void folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            LOG.warn(
                    "catalogs: folder {} contains no catalog. A catalog is a file such as my-api.json.",
                    folder.toAbsolutePath());
        }
        for (Path file : files) {
            if (CatalogDocument.of(file.getFileName().toString(), file.toString(), null) == null) {
                LOG.warn(
                        "catalogs: {} is ignored because of its name. A catalog is a file such as my-api.json or my-api.overlay.json.",
                        file);
            } else {
                add(file);
            }
        }
    }

    private void add(Path file) {
        add(file.getFileName().toString(), file.toString(), () -> Files.newInputStream(file));
    }

    private void add(String fileName, String place, CatalogDocument.Content content) {
        CatalogDocument document = CatalogDocument.of(fileName, place, content);
        if (document == null) {
            throw new IllegalArgumentException("catalogs: " + place
                    + " cannot be a catalog document. Rename it, for example to my-api.json or my-api.overlay.json.");
        }
        found.remove(place);
        found.put(place, document);
    }
}
