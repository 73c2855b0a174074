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
package io.github.camelvideo.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Reads the file name of a {@code Content-Disposition} header (RFC 6266). */
final class ContentDisposition {

    private static final Pattern EXTENDED =
            Pattern.compile("filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN =
            Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private ContentDisposition() {}

    /** The file name that a header proposes, without directories, or null. */
    static String fileName(String disposition) {
        if (disposition == null) {
            return null;
        }
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return last(percentDecoded(extended.group(1)));
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (!plain.find()) {
            return null;
        }
        return last(plain.group(1) == null ? plain.group(2) : plain.group(1));
    }

    private static String percentDecoded(String text) {
        HttpUrl url = HttpUrl.parse("http://localhost/" + text);
        return url == null ? text : url.pathSegments().get(url.pathSize() - 1);
    }

    /** What follows the last separator: a server must not choose the directory. */
    private static String last(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() || last.equals(".") || last.equals("..") ? null : last;
    }
}
