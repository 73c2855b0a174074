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
package io.github.camelvideo.tools.docs;

import java.util.Set;

/**
 * What a page needs beside its catalog: where it will lie, and what lies beside it.
 *
 * @param notice first line, a comment, and the empty line behind it
 * @param path URI of an action up to its name, such as {@code tencent-video:trtc/}
 * @param guide how to read the page: the last sentence of the introduction
 * @param feedGuide where feeds are explained, without a full stop
 * @param pages APIs that have a page in the same folder, to which successors of obsolete actions are linked
 * @param shown values that calls show
 */
public record PageSettings(
        String notice, String path, String guide, String feedGuide, Set<String> pages, ShownValues shown) {

    private static final String NOTICE = "<!-- Generated from the catalog by catalog-tools docs: do not edit. -->\n\n";

    private static final String GUIDE =
            "Examples have the parameters that the vendor requires. Their values are invented and their"
                    + " times are around 2026-01-31 08:15 UTC. Options and kinds of error codes are explained in the guides"
                    + " \u201cCalls\u201d, \u201cOptions\u201d and \u201cErrors\u201d of Camel Video.";

    private static final String FEED_GUIDE = "See the guide \u201cFeeds\u201d of Camel Video";

    /**
     * A page that lies alone: it names guides by their titles and links to nothing.
     *
     * @param path URI of an action up to its name
     */
    public static PageSettings alone(String path) {
        return new PageSettings(NOTICE, path, GUIDE, FEED_GUIDE, Set.of(), ShownValues.none());
    }
}
