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
package io.github.camelvideo.kamelets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Kamelet of this module, as it is packed. */
record KameletFile(String name, JsonNode yaml) {

    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final String END = ".kamelet.yaml";

    static List<KameletFile> all() {
        try (Stream<Path> files = Files.list(Path.of(KameletFile.class
                        .getResource("/kamelets/tencent-video-sink" + END)
                        .toURI())
                .getParent())) {
            return files.sorted().map(KameletFile::read).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KameletFile read(Path file) {
        try {
            return new KameletFile(file.getFileName().toString().replace(END, ""), YAML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode definition() {
        return yaml.at("/spec/definition");
    }

    Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        definition().path("properties").properties().forEach(one -> properties.put(one.getKey(), one.getValue()));
        return properties;
    }

    /** Names of the properties that have to be set. */
    List<String> required() {
        List<String> names = new ArrayList<>();
        definition().path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    String type() {
        return yaml.at("/metadata/labels").path("camel.apache.org/kamelet.type").asText();
    }

    boolean isSource() {
        return type().equals("source");
    }

    /** The vendor's endpoint, with placeholders. */
    String uri() {
        JsonNode from = yaml.at("/spec/template/from");
        return (isSource() ? from : from.at("/steps/0/to")).path("uri").asText();
    }

    String component() {
        return uri().split(":")[0];
    }

    @Override
    public String toString() {
        return name;
    }
}
