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
package io.github.camelvideo.tools.definition;

import io.github.camelvideo.tools.document.DocumentException;
import io.github.camelvideo.tools.document.Place;

/** Definitions of whichever vendor. */
public final class Definitions {

    private Definitions() {}

    /**
     * The definition in a document, whichever vendor's it is.
     *
     * @throws DocumentException if no vendor's format is recognised or something in it cannot be used
     */
    public static Definition read(Place root) {
        if (TencentReader.recognises(root)) {
            return TencentReader.read(root);
        }
        if (AliyunReader.recognises(root)) {
            return AliyunReader.read(root);
        }
        throw root.error(
                "this is neither a Tencent api.json (with actions and objects) nor an Alibaba api-docs.json (with info and apis)."
                        + " Give the vendor's file of one service and version.");
    }

    /** Whether the document is a definition of a vendor. */
    public static boolean recognises(Place root) {
        return TencentReader.recognises(root) || AliyunReader.recognises(root);
    }
}
