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
package io.github.camelvideo.feed.position;

import io.github.camelvideo.json.Digests;
import java.util.regex.Pattern;

/**
 * The key of a position in a {@code StateRepository}: the name of the feed, or {@code <feed>/<partition>}, or
 * {@code <feed>/~<digest of the partition>} for a partition that is long or has characters that some repositories cannot keep. Version 1
 * used the same keys, so its positions are found. Stateless.
 */
final class StateKey {

    /** The key column of a table holds 255 characters. */
    private static final int LONGEST = 200;

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:@-]+");

    private StateKey() {}

    static String of(String feed, String partition) {
        if (partition.isEmpty()) {
            return feed;
        }
        String plain = feed + "/" + partition;
        boolean harmless =
                plain.length() <= LONGEST && HARMLESS.matcher(partition).matches();
        return harmless ? plain : feed + "/~" + digest(partition);
    }

    /** The same digest as of version 1, which is part of stored keys. */
    private static String digest(String text) {
        return "sha256-" + Digests.sha256Base64Url(Digests.utf8(text));
    }
}
