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
package io.github.camelvideo.tools.task;

import io.github.camelvideo.catalog.ApiCatalog;
import io.github.camelvideo.catalog.CatalogException;
import io.github.camelvideo.tools.builders.ApiClass;
import io.github.camelvideo.tools.builders.OptionClasses;
import io.github.camelvideo.tools.component.KnownComponent;
import io.github.camelvideo.tools.document.DocumentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Writes the source of endpoint builders. */
public final class BuildersTask {

    private BuildersTask() {}

    /**
     * What was written.
     *
     * @param api the API
     * @param file source of its class
     */
    public record Result(ApiCatalog api, Path file) {

        /** A line about it. */
        @Override
        public String toString() {
            return api.id() + ": " + api.actions().size() + " actions -> " + file;
        }
    }

    /**
     * Writes the builders of one API, for use with those that this project publishes.
     *
     * @param apiId name of the API in URIs
     * @param catalogs folders and documents as the option {@code catalogs} of a component names them, or null for the built-in ones alone
     * @param packageName package of the class
     * @param out root folder of the source
     * @throws DocumentException if there is no such API, its catalog cannot be read, the package has no proper name, or the file cannot be
     *     written
     */
    public static Result api(String apiId, String catalogs, String packageName, Path out) {
        if (!SourceVersion.isName(packageName)) {
            throw new DocumentException(
                    "--package " + packageName + ": must be the name of a Java package, such as com.example.");
        }
        ApiCatalog api;
        try {
            api = KnownComponent.allCatalogs(catalogs).get(apiId);
        } catch (CatalogException e) {
            throw new DocumentException(e.getMessage(), e);
        }
        KnownComponent component = KnownComponent.of(api);
        return write(component, api, new OptionClasses(component), packageName, out);
    }

    /** Writes the builders of all built-in APIs, and the classes with the options that they extend, into the packages of this project. */
    public static List<Result> builtIn(Path out) {
        List<Result> results = new ArrayList<>();
        for (KnownComponent component : KnownComponent.values()) {
            OptionClasses options = new OptionClasses(component);
            String packageName = OptionClasses.packageName(component);
            TextFile.write(file(out, packageName, options.callClass()), options.callSource());
            TextFile.write(file(out, packageName, options.feedClass()), options.feedSource());
            component
                    .catalogs(null)
                    .ids()
                    .forEach(id -> results.add(
                            write(component, component.catalogs(null).get(id), options, packageName, out)));
        }
        return results;
    }

    private static Result write(
            KnownComponent component, ApiCatalog api, OptionClasses options, String packageName, Path out) {
        ApiClass source = new ApiClass(component, api, options);
        Path file = file(out, packageName, source.name());
        TextFile.write(file, source.source(packageName));
        return new Result(api, file);
    }

    private static Path file(Path out, String packageName, String name) {
        return (out == null ? Path.of("") : out)
                .resolve(packageName.replace('.', '/'))
                .resolve(name + ".java");
    }
}
