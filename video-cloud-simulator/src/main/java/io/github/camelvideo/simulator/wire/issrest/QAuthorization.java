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
package io.github.camelvideo.simulator.wire.issrest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The {@code Authorization} header, taken apart.
 *
 * @param keyTime begin and end of the key's validity, as sent
 * @param headers names of the signed headers, in lower case
 * @param query names of the signed parameters of the query, in lower case
 */
record QAuthorization(String secretId, String keyTime, List<String> headers, List<String> query, String signature) {

    private static final Pattern FORM = Pattern.compile(
            "q-sign-algorithm=sha1&q-ak=([^&]+)&q-sign-time=(\\d{1,12};\\d{1,12})"
                    + "&q-key-time=(\\d{1,12};\\d{1,12})&q-header-list=([^&]*)&q-url-param-list=([^&]*)&q-signature=([0-9a-f]{40})");

    /** The parts, or null when the header is missing or has another form. */
    static QAuthorization parse(String header) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches() || !parts.group(2).equals(parts.group(3))) {
            return null;
        }
        return new QAuthorization(
                parts.group(1), parts.group(2), names(parts.group(4)), names(parts.group(5)), parts.group(6));
    }

    private static List<String> names(String list) {
        return Stream.of(list.split(";")).filter(name -> !name.isEmpty()).toList();
    }

    long begin() {
        return Long.parseLong(keyTime.substring(0, keyTime.indexOf(';')));
    }

    long end() {
        return Long.parseLong(keyTime.substring(keyTime.indexOf(';') + 1));
    }

    @Override
    public String toString() {
        return "QAuthorization[" + secretId + "]";
    }
}
