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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the documents that make the catalog of an API. Its file name says what it is: {@code <api>.json} is the base,
 * {@code <api>.overlay.json}, {@code <api>.feeds.json} and {@code <api>.callbacks.json} say more.
 *
 * @param api id of the API
 * @param part what the document holds
 * @param place where it lies, for messages and to know it again
 * @param content opens it
 */
public record CatalogDocument(String api, Part part, String place, Content content) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]*)(?:\\.(overlay|feeds|callbacks))?\\.json");

    /** What a document holds. */
    public enum Part {
        /** Actions and types, as the vendor's definitions have them. */
        BASE,
        /** What people know beside the definitions; merged over the base. */
        OVERLAY,
        FEEDS,
        CALLBACKS
    }

    /** Opens a document; the caller closes it. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    /**
     * @param fileName name of the document, without a folder
     * @return null when a document of a catalog has no such name
     */
    public static CatalogDocument of(String fileName, String place, Content content) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return null;
        }
        Part part =
                name.group(2) == null ? Part.BASE : Part.valueOf(name.group(2).toUpperCase(Locale.ROOT));
        return new CatalogDocument(name.group(1), part, place, content);
    }

    /** A document that lies beside a class. */
    public static CatalogDocument of(Class<?> owner, String fileName) {
        URL url = owner.getResource(fileName);
        if (url == null) {
            throw new CatalogException("Catalog document " + fileName + " is not beside " + owner.getName());
        }
        return of(fileName, url.toString(), url::openStream);
    }

    @Override
    public String toString() {
        return place;
    }
}
