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
package io.github.camelvideo.tools.rules;

import io.github.camelvideo.json.ExactJson;
import io.github.camelvideo.tools.base.BaseError;
import io.github.camelvideo.tools.base.BaseField;
import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.JsonFile;
import io.github.camelvideo.tools.document.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules of an import for each vendor, read from a document: see {@code import-rules.json} for its members. */
public final class ImportRules {

    private static final String RESOURCE = "/io/github/camelvideo/tools/import-rules.json";
    private static final Set<String> STYLES = Set.of("offset", "page", "cursor");
    private static final Set<String> KINDS = Set.of("throttled", "unavailable", "clock", "credentials", "other");
    private static final Set<String> REGIONS = Set.of("required", "optional", "none");

    private final Place root;
    private final Map<String, String> unwrapped = new LinkedHashMap<>();
    private final Map<String, VendorRules> vendors = new LinkedHashMap<>();

    private ImportRules(Place root) {
        this.root = root;
        if (root.at("unwrapped").isPresent()) {
            root.at("unwrapped").members().forEach((protocol, name) -> unwrapped.put(protocol, name.text()));
        }
        root.at("vendors").members().forEach((name, vendor) -> vendors.put(name, vendor(vendor)));
    }

    /** The rules that the tools bring. */
    public static ImportRules builtIn() {
        try (InputStream in = ImportRules.class.getResourceAsStream(RESOURCE)) {
            return new ImportRules(Place.root("import-rules.json", ExactJson.parse(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rules of a file, instead of those that the tools bring.
     *
     * @throws DocumentException if the file cannot be read or is no document of rules
     */
    public static ImportRules read(Path file) {
        return new ImportRules(JsonFile.load(file));
    }

    /** @throws DocumentException if there are none for that vendor */
    public VendorRules of(String vendor) {
        VendorRules rules = vendors.get(vendor);
        if (rules == null) {
            throw root.at("vendors")
                    .error("there are no rules for '" + vendor + "'. Add them, or import without --rules.");
        }
        return rules;
    }

    /** Name of the field of a response whose value a protocol passes on as the whole response, or null. */
    public String unwrapped(String protocol) {
        return unwrapped.get(protocol);
    }

    private VendorRules vendor(Place vendor) {
        Place secrets = vendor.at("secrets");
        boolean hasSecrets = secrets.isPresent();
        return new VendorRules(
                vendor.at("protocol").text(),
                vendor.at("endpoint").text(),
                oneOf(vendor.at("region"), REGIONS),
                vendor.at("commonRequest").elements().stream()
                        .map(ImportRules::field)
                        .toList(),
                vendor.at("errors").elements().stream().map(ImportRules::error).toList(),
                vendor.at("endpointRegions").texts(),
                vendor.at("reads").texts(),
                Set.copyOf(vendor.at("readKinds").texts()),
                Set.copyOf(vendor.at("silentKinds").texts()),
                vendor.at("paging").elements().stream().map(ImportRules::paging).toList(),
                firstPages(vendor.at("firstPageTexts")),
                vendor.at("total").texts(),
                vendor.at("envelope").texts(),
                unwrapped(vendor.at("protocol").text()),
                hasSecrets ? patterns(secrets.at("names")) : List.of(),
                hasSecrets ? patterns(secrets.at("except")) : List.of(),
                new LinkedHashSet<>(vendor.at("omit").texts()),
                new LinkedHashSet<>(vendor.at("omitResponse").texts()));
    }

    private static BaseField field(Place field) {
        return BaseField.of(
                        field.at("name").text(),
                        field.at("type").text(),
                        field.at("required").flag(),
                        false,
                        field.at("summary").optionalText())
                .marked(field.at("required").flag(), false, field.at("secret").flag());
    }

    private static BaseError error(Place error) {
        Place kind = error.at("kind");
        Place reason = error.at("reason");
        // a kind decides about repeating calls, so that a catalog wants the reason beside it
        boolean hasKind = kind.isPresent() || reason.isPresent();
        return new BaseError(
                error.at("code").filledText(),
                hasKind ? required(kind, KINDS) : null,
                hasKind ? reason.filledText() : null,
                error.at("meaning").filledText());
    }

    private static PagingForm paging(Place form) {
        form.at("style").text();
        return new PagingForm(
                oneOf(form.at("style"), STYLES),
                form.at("page").texts(),
                form.at("size").texts(),
                form.at("firstPage").optionalInt(),
                form.at("outputToken").texts());
    }

    private static Map<Integer, List<Pattern>> firstPages(Place texts) {
        Map<Integer, List<Pattern>> byNumber = new TreeMap<>();
        if (texts.isPresent()) {
            texts.members().forEach((number, patterns) -> {
                if (!number.equals("0") && !number.equals("1")) {
                    throw patterns.error("the first page must be 0 or 1.");
                }
                byNumber.put(Integer.valueOf(number), patterns(patterns));
            });
        }
        return byNumber;
    }

    private static List<Pattern> patterns(Place patterns) {
        return patterns.elements().stream().map(ImportRules::pattern).toList();
    }

    private static Pattern pattern(Place pattern) {
        try {
            return Pattern.compile(pattern.text());
        } catch (PatternSyntaxException e) {
            throw pattern.error("is not a regular expression: " + e.getDescription() + ".");
        }
    }

    private static String required(Place place, Set<String> values) {
        place.text();
        return oneOf(place, values);
    }

    private static String oneOf(Place place, Set<String> values) {
        String text = place.optionalText();
        if (text != null && !values.contains(text)) {
            throw place.must(
                    "be one of " + String.join(", ", values.stream().sorted().toList()));
        }
        return text;
    }
}
